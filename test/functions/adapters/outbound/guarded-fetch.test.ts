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

  it("by a redirect is not followed", async () => {
    const other = new ReceivingHost();
    await other.start();
    host.reply = () => [302, undefined, { location: `${other.address}/secret` }];
    expect(await text(host.address, [host.name])).toMatchObject({ ok: false, why: "refused" });
    expect(other.received).toEqual([]);
    await other.stop();
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

  it("that redirects to another host does not take our headers there", async () => {
    const other = new ReceivingHost();
    await other.start();
    host.reply = () => [302, undefined, { location: other.address }];
    const headers = { authorization: "Bearer hunter2" };
    await text(host.address, [host.name, other.name], { headers });
    expect(host.received[0]?.headers.authorization).toBe("Bearer hunter2");
    expect(other.received[0]?.headers.authorization).toBeUndefined();
    await other.stop();
  });

  it("that sends too much is cut off, whether it says so before or not", async () => {
    host.reply = () => [200, "x".repeat(2000)];
    const answer = await text(host.address, [host.name], { mostBytes: 1000 });
    expect(answer).toMatchObject({ ok: false, reason: expect.stringContaining("1000 bytes") });
    host.reply = () => [200, "x".repeat(2000), { "transfer-encoding": "chunked" }];
    expect(await text(host.address, [host.name], { mostBytes: 1000 })).toMatchObject({ ok: false });
  });

  it("that does not answer in time is given up", async () => {
    host.reply = () => "never";
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
