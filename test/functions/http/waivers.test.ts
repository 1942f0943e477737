import { describe, expect, it } from "vitest";
import { listWaivers, removeWaiver, writeWaiver } from "../../../functions/http/waivers/waivers.ts";
import { anOffer, call, testShell } from "../test-shell.ts";

const fingerprint = "a".repeat(32);
const body = { ruleId: "Some-Rule", reason: "It is text.", until: "2031-06-30" };

async function aShell() {
  const shell = testShell();
  await anOffer(shell);
  await shell.others.documents.writeDraft(
    { publisherId: "contoso", offerId: "app" },
    { definition: {} },
    undefined,
  );
  return shell.shell;
}
const write = async (shell: Awaited<ReturnType<typeof aShell>>, more: object = {}, params = {}) =>
  call(writeWaiver(shell), {
    method: "PUT",
    as: "reviewer",
    params: { fingerprint, ...params },
    query: {},
    body: { ...body, ...more },
  });

describe("waivers", () => {
  it("say who granted what, why and until when", async () => {
    const shell = await aShell();
    const { status, body: waiver } = await write(shell);
    expect(status).toBe(200);
    expect(waiver).toMatchObject({ ...body, fingerprint, grantedAt: "2030-01-07T09:00:00.000Z" });
    const list = await call(listWaivers(shell), { query: {} });
    expect(list.body).toEqual([waiver]);
  });

  it("are taken back", async () => {
    const shell = await aShell();
    await write(shell);
    const asked = { method: "DELETE", as: "reviewer", params: { fingerprint }, query: {} } as const;
    expect((await call(removeWaiver(shell), asked)).status).toBe(200);
    expect((await call(listWaivers(shell), { query: {} })).body).toEqual([]);
    expect((await call(removeWaiver(shell), asked)).error).toMatchObject({
      code: "WaiverNotFound",
      target: "fingerprint",
    });
  });

  it.each([
    [{ reason: "" }, {}, "reason"],
    [{ until: "soon" }, {}, "until"],
    [{ until: "2029-12-31" }, {}, "until"],
    [{ ruleId: 5 }, {}, "ruleId"],
    [{}, { fingerprint: "x" }, "fingerprint"],
  ])("refuse %j %j, naming the field", async (more, params, target) => {
    const { status, error } = await write(await aShell(), more, params);
    expect(status).toBe(400);
    expect(error.target).toBe(target);
  });
});
