import { describe, expect, it } from "vitest";
import {
  listCatalogue,
  readCatalogueEntry,
  readPlanPackage,
} from "../../../functions/http/catalogue/catalogue.ts";
import { readPreview } from "../../../functions/http/catalogue/preview.ts";
import { listProcesses, readProcess } from "../../../functions/http/publishing/processes.ts";
import { anEntry } from "../adapters/contracts/catalogue.ts";
import { call, contoso, testShell } from "../test-shell.ts";

const sum = "a".repeat(64);
const subscription = "11111111-AAAA-4111-8111-111111111111";

async function aCatalogue(slot: "live" | "preview") {
  const shell = testShell();
  const plan = {
    planId: "basic",
    title: "Basic",
    summary: "",
    skuType: "solution-template",
    version: "1.0.0",
    package: { sha256: sum, size: 3 },
    manifest: [],
  };
  const { catalogue } = shell.ports;
  await catalogue.writeEntry({
    ...anEntry(contoso, 1),
    plans: [plan],
    previewSubscriptions: [subscription],
  });
  const where = slot === "live" ? { submission: 1, since: shell.at() } : { submission: 1 };
  await catalogue.writeRow(contoso, { ...contoso, [slot]: where }, undefined);
  return shell;
}

describe("the catalogue", () => {
  it("lists what is live", async () => {
    const shell = await aCatalogue("live");
    const { body } = await call(listCatalogue(shell.shell), { query: {} });

    expect(body.offers).toHaveLength(1);
    expect(body.offers[0]).toMatchObject({ ...contoso, title: "Contoso", liveSince: shell.at() });
  });

  it("shows nothing of a preview", async () => {
    const shell = await aCatalogue("preview");

    expect((await call(listCatalogue(shell.shell), { query: {} })).body.offers).toEqual([]);
    expect((await call(readCatalogueEntry(shell.shell))).status).toBe(404);
    expect((await call(readPlanPackage(shell.shell), { params: { planId: "basic" } })).status).toBe(
      404,
    );
  });

  it("shows a live offer and not who previewed it", async () => {
    const shell = await aCatalogue("live");
    const { body } = await call(readCatalogueEntry(shell.shell));

    expect(body.plans[0].package.sha256).toBe(sum);
    expect(JSON.stringify(body)).not.toContain(subscription);
  });

  it("sends a customer to the package", async () => {
    const shell = await aCatalogue("live");
    const answer = await call(readPlanPackage(shell.shell), { params: { planId: "basic" } });

    expect(answer.status).toBe(302);
    expect(answer.headers["Location"]).toContain(`${sum}.zip`);
  });

  it("shows a private plan to its audience alone", async () => {
    const shell = await aCatalogue("live");
    const { catalogue } = shell.ports;
    const entry = (await catalogue.readEntry(contoso, 1))!;
    const [plan] = entry.plans;
    const mine = { ...plan!, planId: "mine", audience: [subscription.toLowerCase()] };
    await catalogue.writeEntry({ ...entry, submission: 2, plans: [plan!, mine] });
    const row = (await catalogue.readRow(contoso))!;
    const live = { submission: 2, since: shell.at() };
    await catalogue.writeRow(contoso, { ...contoso, live }, row.etag);
    const read = async (query: Record<string, string>, headers = {}) => {
      const { body } = await call(readCatalogueEntry(shell.shell), {
        query,
        as: "nobody",
        headers,
      });
      return body.plans.map(({ planId }: { planId: string }) => planId);
    };

    expect(await read({})).toEqual(["basic"]);
    expect(await read({ subscription }, { authorization: "" })).toEqual(["basic"]);
    expect(await read({ subscription: "other" })).toEqual(["basic"]);
    expect(await read({ subscription })).toEqual(["basic", "mine"]);
    const package_ = { params: { planId: "mine" }, as: "nobody" as const };
    expect((await call(readPlanPackage(shell.shell), package_)).status).toBe(404);
    const asked = { ...package_, query: { subscription } };
    expect((await call(readPlanPackage(shell.shell), asked)).status).toBe(302);
    expect(
      JSON.stringify(
        (await call(readCatalogueEntry(shell.shell), { query: { subscription }, as: "nobody" }))
          .body,
      ),
    ).not.toContain("audience");
  });

  it("answers 404 for a plan that is not there", async () => {
    const shell = await aCatalogue("live");
    const answer = await call(readPlanPackage(shell.shell), { params: { planId: "gold" } });

    expect(answer.status).toBe(404);
    expect(answer.error).toMatchObject({ code: "PlanNotFound", target: "planId" });
  });

  it("refuses a page that it cannot have given out", async () => {
    const answer = await call(listCatalogue(testShell().shell), { query: { page: "<x>" } });

    expect(answer.status).toBe(400);
    expect(answer.error.target).toBe("page");
  });
});

describe("the preview", () => {
  const preview = async (slot: "live" | "preview", query: Record<string, string>) =>
    call(readPreview((await aCatalogue(slot)).shell), { query });

  it("is shown with links to a listed subscription, however it is written", async () => {
    const { body } = await preview("preview", { subscription: subscription.toLowerCase() });

    expect(body.plans[0].packageUrl).toContain(`${sum}.zip`);
    expect(JSON.stringify(body)).not.toContain(subscription);
  });

  it.each([
    ["another subscription", "preview", { subscription: "other" }, "403 PreviewNotAllowed"],
    ["no subscription", "preview", {}, "400 InvalidRequest"],
    ["an offer that is not in preview", "live", { subscription }, "404 SlotNotFound"],
  ] as const)("is refused for %s", async (_, slot, query, refusal) => {
    const answer = await preview(slot, query as Record<string, string>);

    expect(`${answer.status} ${answer.error.code}`).toBe(refusal);
  });
});

describe("the processes", () => {
  it("are listed with the one that is followed", async () => {
    const { shell } = testShell({ defaultProcess: "2018-12" });
    const { body } = await call(listProcesses(shell), { query: {} });

    expect(body.default).toBe("2018-12");
    expect(body.processes.map((process: any) => [process.id, process.rows.length])).toEqual([
      ["2018-01", 8],
      ["2018-12", 6],
    ]);
  });

  it("are read one by one", async () => {
    const { shell } = testShell();
    const found = await call(readProcess(shell), { params: { processId: "2018-01" }, query: {} });
    const unknown = await call(readProcess(shell), { params: { processId: "2031" }, query: {} });

    expect(found.body.rows[2]).toMatchObject({ step: "certification" });
    expect(found.body.rows[2].estimatedTimeFrame).toBeTruthy();
    expect(unknown.status).toBe(404);
    expect(unknown.error.message).toContain("2018-01 and 2018-12");
  });
});
