import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fetchText } from "../../../../functions/adapters/outbound/fetch-text.ts";
import { guardedFetch } from "../../../../functions/adapters/outbound/guarded-fetch.ts";
import { ReceivingHost } from "../leads/receiving-host.ts";

const host = new ReceivingHost();
const text = (url: string, allowedHosts: readonly string[], more = {}) =>
  fetchText(guardedFetch({ allowedHosts }), url, more);

beforeAll(() => host.start());
afterAll(() => host.stop());
beforeEach(() => {
  host.received.length = 0;
  host.reply = () => [200, "inside"];
});
const port = () => host.name.split(":")[1];

describe("an address that leads inside", () => {
  it.each([
    ["by its number", () => `https://127.0.0.1:${port()}/`],
    ["by a short number", () => `https://127.1:${port()}/`],
    ["by a decimal number", () => `https://2130706433:${port()}/`],
    ["by a hexadecimal number", () => `https://0x7f000001:${port()}/`],
    ["by an octal number", () => `https://0177.0.0.1:${port()}/`],
    ["by wide digits", () => `https://１２７.0.0.1:${port()}/`],
    ["by IPv6", () => `https://[::1]:${port()}/`],
    ["by IPv4 within IPv6", () => `https://[::ffff:127.0.0.1]:${port()}/`],
    ["by translated IPv4", () => `https://[64:ff9b::7f00:1]:${port()}/`],
    ["by no address at all", () => `https://0.0.0.0:${port()}/`],
    ["by no address in IPv6", () => `https://[::]:${port()}/`],
    ["by the network's own number", () => "https://10.0.0.1/"],
    ["by a unique local number", () => "https://[fd00::1]/"],
    ["by a provider's number", () => "https://100.64.0.1/"],
    ["by name", () => `https://localhost:${port()}/`],
    ["with a dot at the end", () => `https://localhost.:${port()}/`],
    ["to the metadata of the machine", () => "https://169.254.169.254/metadata/instance"],
    ["without encryption", () => `http://127.0.0.1:${port()}/`],
    ["by a password before the host", () => `https://contoso.com:x@127.0.0.1:${port()}/`],
    ["as a file", () => "file:///etc/passwd"],
    ["as no address", () => "//127.0.0.1"],
  ])("%s is not called", async (_, address) => {
    expect(await text(address(), [])).toMatchObject({ ok: false, why: "refused" });
    expect(host.received).toEqual([]);
  });

  it("by a name that has such an address among others is not called", async () => {
    const resolve = async () => [
      { address: "20.60.0.1", family: 4 },
      { address: "127.0.0.1", family: 4 },
    ];
    const fetch = guardedFetch({ allowedHosts: [], resolve });
    const answer = await fetch(`https://contoso.example:${port()}/`);
    expect(answer).toMatchObject({ ok: false, reason: expect.stringContaining("public internet") });
    expect(host.received).toEqual([]);
  });
});

describe("a redirect", () => {
  const other = new ReceivingHost();
  beforeAll(() => other.start());
  afterAll(() => other.stop());
  beforeEach(() => {
    other.received.length = 0;
    other.reply = () => [200, "there"];
  });
  const otherPort = () => other.name.split(":")[1];

  it.each([
    ["to an inner address", () => `${other.address}/secret`],
    ["to one with encryption", () => `https://${other.name}/secret`],
    ["to a short number", () => `https://127.1:${otherPort()}/`],
    ["to IPv4 within IPv6", () => `https://[::ffff:7f00:1]:${otherPort()}/`],
    ["to an inner name", () => `https://localhost:${otherPort()}/`],
    ["without a scheme", () => `//${other.name}/secret`],
    ["to the metadata of the machine", () => "http://169.254.169.254/metadata/instance"],
    ["to a password before the host", () => `http://user:hunter2@${host.name}/`],
    ["to a file", () => "file:///etc/passwd"],
    ["to data", () => "data:text/plain,hello"],
    ["to nothing that is an address", () => "http://"],
  ])("%s is not followed", async (_, location) => {
    host.reply = () => [302, undefined, { location: location() }];
    const answer = await text(`${host.address}/?sig=hunter2`, [host.name]);
    expect(answer).toMatchObject({ ok: false, why: "refused" });
    expect(JSON.stringify(answer)).not.toMatch(/hunter2|secret|127\.|169\./);
    expect(other.received).toEqual([]);
    expect(host.received).toHaveLength(1);
  });

  it.each([301, 302, 303, 307, 308])(
    "of status %i does not take a POST elsewhere",
    async (status) => {
      host.reply = () => [status, undefined, { location: other.address }];
      const request = { method: "POST", body: "hunter2" };
      expect(await text(host.address, [host.name, other.name], request)).toMatchObject({ status });
      expect(other.received).toEqual([]);
    },
  );

  it("to another host does not take our headers there", async () => {
    host.reply = () => [302, undefined, { location: other.address }];
    const headers = { authorization: "Bearer hunter2" };
    await text(host.address, [host.name, other.name], { headers });
    expect(host.received[0]?.headers.authorization).toBe("Bearer hunter2");
    expect(other.received[0]?.headers.authorization).toBeUndefined();
  });
});

describe("an allowed address", () => {
  it("is called, and its redirects to allowed ones are followed", async () => {
    host.reply = ({ path }) =>
      path === "/" ? [302, undefined, { location: "/there" }] : [200, "found"];
    expect(await text(host.address, [host.name])).toEqual({ ok: true, status: 200, text: "found" });
  });

  it("that redirects for ever is given up", async () => {
    host.reply = () => [302, undefined, { location: "/again" }];
    expect(await text(host.address, [host.name])).toMatchObject({ ok: false });
    expect(host.received).toHaveLength(6);
  });

  it("that sends too much is cut off, whether it says so before or not", async () => {
    host.reply = () => [200, "x".repeat(2000)];
    const answer = await text(host.address, [host.name], { mostBytes: 1000 });
    expect(answer).toMatchObject({ ok: false, reason: expect.stringContaining("1000 bytes") });
    host.reply = () => [200, "x".repeat(2000), { "transfer-encoding": "chunked" }];
    expect(await text(host.address, [host.name], { mostBytes: 1000 })).toMatchObject({ ok: false });
  });

  it("that unpacks to too much is cut off", async () => {
    const packed = gzipSync(Buffer.alloc(1_000_000));
    host.reply = () => [200, packed, { "content-encoding": "gzip" }];
    const answer = await text(host.address, [host.name], { mostBytes: 10_000 });
    expect(packed.length).toBeLessThan(10_000);
    expect(answer).toMatchObject({ ok: false, reason: expect.stringContaining("10000 bytes") });
  });

  it.each(["never", "stalls"] as const)("that %s is given up in time", async (reply) => {
    host.reply = () => reply;
    expect(await text(host.address, [host.name], { totalMs: 50 })).toMatchObject({
      ok: false,
      why: "unreachable",
    });
  });

  it("that nobody listens at is unreachable", async () => {
    const gone = new ReceivingHost();
    await gone.start();
    const { name, address } = gone;
    await gone.stop();
    expect(await text(address, [name])).toMatchObject({ ok: false, why: "unreachable" });
  });
});
