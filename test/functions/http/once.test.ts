import { describe, expect, it } from "vitest";
import { requestAsset } from "../../../functions/http/assets/request-asset.ts";
import { publish } from "../../../functions/http/publishing/publish.ts";
import { cancel } from "../../../functions/http/publishing/acts.ts";
import { type Route, routes } from "../../../functions/http/routes.ts";
import { anOffer, type Asked, call, testShell, type TestShell } from "../test-shell.ts";
import { passingCaller } from "./access/passing-caller.ts";

const asset = { kind: "package", fileName: "app.zip" };
const ask = ({ shell }: TestShell, key: string, more: Asked = {}) =>
  call(requestAsset(shell), { body: asset, ...more, headers: { "idempotency-key": key } });
const assetsOf = async ({ ports }: TestShell) =>
  (await ports.assets.list({ publisherId: "contoso", offerId: "app" })).length;

describe("a POST with an idempotency key", () => {
  it("is done once and answered the same again", async () => {
    const shell = testShell();
    const [first, second] = [await ask(shell, "k1"), await ask(shell, "k1")];

    expect(second.body).toEqual(first.body);
    expect(second.status).toBe(201);
    expect(second.headers).toMatchObject({
      Location: first.headers["Location"],
      "Idempotency-Replayed": "true",
    });
    expect(first.headers).not.toHaveProperty("Idempotency-Replayed");
    expect(await assetsOf(shell)).toBe(1);
  });

  it("is another one under another key, or of another caller", async () => {
    const shell = testShell();
    await ask(shell, "k1");
    await ask(shell, "k2");
    await ask(shell, "k1", { as: "contoso-contributor" });

    expect(await assetsOf(shell)).toBe(3);
  });

  it("is refused when the key came with another body", async () => {
    const shell = testShell();
    await ask(shell, "k1");
    const { status, error } = await ask(shell, "k1", { body: { ...asset, fileName: "b.zip" } });

    expect(status).toBe(422);
    expect(error).toMatchObject({ code: "IdempotencyKeyReused", target: "Idempotency-Key" });
  });

  it("is answered with the refusal that it got, even when it would pass by now", async () => {
    const shell = testShell();
    const press = () =>
      call(publish(shell.shell), { body: {}, headers: { "idempotency-key": "k1" } });
    expect((await press()).status).toBe(404);
    await anOffer(shell);

    expect((await press()).status).toBe(404);
  });

  it("that failed on our side can be sent again", async () => {
    const shell = testShell();
    shell.fail("assets.create");
    expect((await ask(shell, "k1")).status).toBe(500);

    expect((await ask(shell, "k1")).status).toBe(201);
    expect(await assetsOf(shell)).toBe(1);
  });

  it("has to wait while the first is at work, but not for one that died", async () => {
    const shell = testShell();
    let during: Awaited<ReturnType<typeof ask>> | undefined;
    const { assets } = shell.shell.ports;
    const slow = {
      ...shell.shell.ports,
      assets: {
        ...assets,
        list: assets.list.bind(assets),
        read: assets.read.bind(assets),
        record: assets.record.bind(assets),
        create: async (...args: Parameters<typeof assets.create>) => {
          during ??= await ask(shell, "k1");
          await assets.create(...args);
        },
      },
    };
    await ask({ ...shell, shell: { ...shell.shell, ports: slow } }, "k1");
    expect(during?.error.code).toBe("RequestInProgress");

    await shell.ports.idempotency.claim({
      caller: "0f0f0f0f-0000-4000-8000-000000000001",
      key: "dead",
      fingerprint: "f",
      at: shell.at(),
    });
    shell.clock.pass(5 * 60_000);
    expect((await ask(shell, "dead")).status).toBe(201);
  });

  it("may use its key for something else a day later", async () => {
    const shell = testShell();
    await ask(shell, "k1");
    shell.clock.pass(24 * 3_600_000);

    expect((await ask(shell, "k1", { body: { ...asset, fileName: "b.zip" } })).status).toBe(201);
  });

  it.each(["", "a b", "ä", "x".repeat(256)])("refuses the key %j", async (key) => {
    expect((await ask(testShell(), key)).error.target).toBe("Idempotency-Key");
  });
});

const posts = routes
  .filter(({ method }) => method === "POST")
  .map((route) => [route.name, route] as const);
it.each<readonly [string, Route]>(posts)("%s takes a key", async (_, { handler }) => {
  const shell = testShell();
  await anOffer(shell);
  const headers = { "idempotency-key": "k1" };
  const asked = { body: {}, headers, as: passingCaller(handler.access) };
  const first = await call(handler(shell.shell), asked);
  const second = await call(handler(shell.shell), asked);

  expect(second.headers["Idempotency-Replayed"]).toBe("true");
  expect(second.body).toEqual(first.body);
});

it("a request without a key is done each time", async () => {
  const shell = testShell();
  await anOffer(shell);
  const press = () => call(cancel(shell.shell), { body: {} });

  expect((await press()).headers).not.toHaveProperty("Idempotency-Replayed");
  expect(shell.calls.has("idempotency.claim")).toBe(false);
});
