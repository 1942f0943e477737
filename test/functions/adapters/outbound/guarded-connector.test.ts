import type { LookupAddress } from "node:dns";
import type { LookupFunction } from "node:net";
import type { buildConnector } from "undici";
import { expect, it } from "vitest";
import { AllowedHosts } from "../../../../functions/adapters/outbound/allowed-hosts.ts";
import { guardedConnector } from "../../../../functions/adapters/outbound/guarded-connector.ts";
import {
  failureOf,
  outboundFailures,
} from "../../../../functions/adapters/outbound/outbound-failure.ts";

/** Connects to nothing, and keeps where it would have. */
function connectorFor(answers: readonly (readonly string[])[], allowedHosts: string[] = []) {
  const connected: string[] = [];
  const asked: string[] = [];
  const resolve = async (hostname: string): Promise<LookupAddress[]> => {
    const addresses = answers[asked.length] ?? [];
    asked.push(hostname);
    return addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  };
  const build = ({ lookup }: buildConnector.BuildOptions & { lookup?: LookupFunction }) =>
    (({ hostname }, callback) => {
      lookup?.(hostname, { all: true }, (error, found) => {
        if (error) {
          callback(error, null);
          return;
        }
        connected.push(
          ...[found].flat().map((one) => (typeof one === "string" ? one : one.address)),
        );
        callback(new Error("connected"), null);
      });
    }) as buildConnector.connector;
  const connector = guardedConnector(build as typeof buildConnector, {
    allowed: new AllowedHosts(allowedHosts),
    connectMs: 1000,
    resolve,
  });
  const open = (hostname: string, port = "443") =>
    new Promise<Error | null>((done) => {
      connector({ hostname, port, protocol: "https:" }, (...[error]) => {
        done(error);
      });
    });
  return { open, connected, asked };
}
it("a name that leads elsewhere the second time is checked the second time", async () => {
  const { open, connected, asked } = connectorFor([["20.60.0.1"], ["127.0.0.1"]]);
  expect((await open("rebinding.example"))?.message).toBe("connected");
  expect(failureOf(await open("rebinding.example"))).toBe(outboundFailures.notPublic);
  expect(connected).toEqual(["20.60.0.1"]);
  expect(asked).toHaveLength(2);
});

it("what is connected to is what was checked: a name is looked up once for a connection", async () => {
  const { open, connected, asked } = connectorFor([["20.60.0.1", "2606:4700::1111"], ["10.0.0.1"]]);
  await open("contoso.example");
  expect(asked).toEqual(["contoso.example"]);
  expect(connected).toEqual(["20.60.0.1", "2606:4700::1111"]);
});

it.each([
  [["20.60.0.1", "192.168.1.1"]],
  [["fd00::1"]],
  [["::ffff:169.254.169.254"]],
  [["64:ff9b::7f00:1"]],
  [["100.64.0.1"]],
])("a name that leads to %j is not connected to", async (addresses) => {
  const { open, connected } = connectorFor([addresses]);
  expect(failureOf(await open("contoso.example"))).toBe(outboundFailures.notPublic);
  expect(connected).toEqual([]);
});

it("a name that leads nowhere is unknown", async () => {
  expect(failureOf(await connectorFor([[]]).open("contoso.example"))).toBe(
    outboundFailures.unknownName,
  );
});

it.each(["127.0.0.1", "[::1]", "::1", "[::]", "[fd00::1]", "172.16.0.1"])(
  "the address %s, which is never looked up, is not connected to either",
  async (hostname) => {
    const { open, connected, asked } = connectorFor([["20.60.0.1"]]);
    expect(failureOf(await open(hostname))).toBe(outboundFailures.notPublic);
    expect([...connected, ...asked]).toEqual([]);
  },
);

it("an allowed host is connected to wherever it leads, on its port only", async () => {
  const named = () => connectorFor([["10.0.0.4"]], ["Storage.internal:10000"]);
  expect((await named().open("storage.internal", "10000"))?.message).toBe("connected");
  expect(failureOf(await named().open("storage.internal"))).toBe(outboundFailures.notPublic);
});

it("an allowed IPv6 host is the same with and without brackets", () => {
  const allowed = new AllowedHosts(["[::1]:10000", "[fd00::1]"]);
  const at = (hostname: string, port: string) => allowed.has({ protocol: "http:", hostname, port });
  expect([at("[::1]", "10000"), at("::1", "10000"), at("fd00::1", "")]).toEqual([true, true, true]);
  expect([at("[::1]", ""), at("[fd00::2]", "")]).toEqual([false, false]);
});
