import type { HttpHandler } from "@azure/functions";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { azurePorts } from "../../../functions/adapters/azure-ports.ts";
import { fakeMembers, fakeTokens } from "../../support/fake/fake-identity.ts";
import { functionsOf, register } from "../../../functions/app.ts";
import type { Shell } from "../../../functions/shell.ts";
import { workflowName } from "../../../functions/workflows/workflows.ts";
import { FunctionApp } from "../../../infra/local/functions-host/worker/function-app.ts";
import { aPackage } from "../../support/a-package.ts";
import { anOfferDocument } from "../../support/an-offer-document.ts";
import { startAzurite } from "../../support/azurite.ts";
import { type DurableBed, durableBed } from "../../support/durable-bed.ts";
import { aContext, call, type Asked } from "../test-shell.ts";
import { png } from "../triggers/a-png.ts";

const key = { publisherId: "contoso", offerId: "mail" };

let azurite: Awaited<ReturnType<typeof startAzurite>>;
let bed: DurableBed;
let shell: Shell;

const noIssuers = { issuers: [], audiences: [], clockSkewSeconds: 0 };

beforeAll(async () => {
  azurite = await startAzurite(["blob", "table"]);
  const storage = { connectionString: azurite.connectionString };
  const regions = ["westeurope", "eastus"].map((name) => ({ name, storage }));
  shell = {
    ports: {
      ...azurePorts({
        data: storage,
        regions,
        holidayCountry: "US",
        tokens: noIssuers,
        malware: {},
        outboundAllowedHosts: azurite.hosts,
      }),
      tokens: fakeTokens(),
      members: fakeMembers(),
    },
    workflowsOf: () => ({
      start: (submission) =>
        bed.start(workflowName(submission.process), submission.submissionId, submission),
      raise: (id, event, data) => bed.raise(id, event, data),
    }),
    settings: { defaultProcess: "2018-01", requireIfMatch: false, completeStatusPublishers: [] },
  };
  const app = await FunctionApp.fromRegistrations(
    () => {
      register(shell);
    },
    { log: () => undefined },
  );
  bed = await durableBed({ app });
});
afterAll(async () => {
  await bed.stop();
  await azurite.stop();
});

function ask(name: string, asked: Asked = {}) {
  const { handler } = functionsOf(shell).routes.find((route) => route.name === name)!;
  return call(handler(shell) as HttpHandler, { ...asked, params: { ...key, ...asked.params } });
}

/** Asks for an asset, uploads it through the signed address and lets the trigger examine it. */
async function upload(kind: string, bytes: Uint8Array): Promise<string> {
  const asked = await ask("requestAsset", { method: "POST", body: { kind, fileName: "file.bin" } });
  const { upload: target, assetId, reference } = asked.body;
  const { method, headers } = target;
  const put = await fetch(target.url, { method, headers, body: Buffer.from(bytes) });
  expect(put.status).toBe(201);
  const where = { publisher: "contoso", offer: "mail", asset: assetId, name: "file.bin" };
  const [trigger] = functionsOf(shell).blobTriggers;
  await trigger!.handler(shell)(Buffer.from(bytes), aContext(where).context);
  expect((await ask("readAsset", { params: { assetId } })).body.state).toBe("accepted");
  return reference;
}

const until = async (isReached: (status: any) => boolean) => {
  await vi.waitFor(
    async () => {
      const { body } = await ask("readStatus");
      if (!isReached(body)) throw new Error(JSON.stringify(body, undefined, 1));
    },
    { timeout: 20_000, interval: 50 },
  );
};
const stepIs = (step: string, status: string) => (body: any) =>
  body.steps.some((state: any) => state.step === step && state.status === status);

it("an offer goes from its first upload to the catalogue", { timeout: 60_000 }, async () => {
  const references: Record<string, string> = {
    "asset:package-1": await upload("package", await aPackage()),
  };
  for (const [width, height] of [
    [40, 40],
    [90, 90],
    [115, 115],
    [255, 115],
  ] as const)
    references[`asset:logo-${width}x${height}`] = await upload("logo", png(width, height));
  const { connectionString } = azurite;
  const leads = { "microsoft-azure-marketplace.tableLeadConfiguration": { connectionString } };
  const text = JSON.stringify(anOfferDocument({ fields: leads }));
  const body = text.replaceAll(/asset:[\w-]+/g, (name) => references[name] ?? name);

  expect((await ask("writeOffer", { method: "PUT", body })).status).toBe(200);
  const publish = await ask("orderPublish", { method: "POST", body: "" });
  expect(publish.status).toBe(202);
  await until((status) => status.status === "waitingForPublisherReview");
  const subscription = "3f0a7c52-9a4e-4b58-8a57-1f2d6f0b8c11";
  expect((await ask("readPreview", { query: { subscription } })).body.plans).toHaveLength(1);

  const goLive = await ask("orderGoLive", { method: "POST", body: "" });
  expect(goLive.status).toBe(202);
  await until(stepIs("microsoft-review", "waitingForApproval"));
  const approval = {
    version: "1",
    id: "message-1",
    reviewId: "contoso.mail.1",
    type: "approve",
    actor: { id: "r1", name: "Rita", role: "reviewer" },
    at: "2030-01-07T09:00:00.000Z",
    source: { kind: "test" },
  };
  const callback = functionsOf(shell).queueTriggers.find(({ name }) => name === "reviewerCallback");
  await callback!.handler(shell)(approval, aContext().context);
  await until((status) => status.status === "succeeded");

  const operations = await ask("listOperations");
  expect(operations.body.map((one: any) => [one.id, one.submissionState])).toEqual([
    [goLive.body.id, "succeeded"],
    [publish.body.id, "succeeded"],
  ]);
  const packaged = await ask("readPlanPackage", { params: { planId: "standard" } });
  expect((await fetch(packaged.headers["Location"]!)).status).toBe(200);
  expect((await bed.end("contoso.mail.1"))["output"]).toMatchObject({ outcome: "live" });
});
