import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { InvocationContext } from "@azure/functions";
import { input } from "durable-functions";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { durableWorkflows } from "../../../functions/adapters/durable-workflows.ts";
import type { Submission } from "../../../shared/publishing/submission.ts";

const submission: Submission = {
  publisherId: "contoso",
  offerId: "app",
  submissionId: "contoso.app.1",
  number: 1,
  process: "2018-01",
  hasTestDrive: false,
};
const known = {
  name: "publish",
  instanceId: submission.submissionId,
  runtimeStatus: "Completed",
  input: null,
  output: null,
  createdTime: "2030-01-07T09:00:00Z",
  lastUpdatedTime: "2030-01-07T09:00:00Z",
};

let server: Server;
let asked: { call: string; body: string }[];
/** By method: how the engine answers. */
let answers: Record<string, [number, object]>;

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const path = request.url!.split("?")[0]!;
      asked.push({ call: `${request.method} ${path}`, body: Buffer.concat(chunks).toString() });
      const [status, body] = answers[request.method!] ?? [500, {}];
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
});

function workflows() {
  const client = input.durableClient();
  const options = { trigger: { type: "httpTrigger", name: "t" }, extraInputs: [client] };
  const context = new InvocationContext({ functionName: "test", options: options as never });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/durabletask/`;
  context.extraInputs.set(client, {
    taskHubName: "Test",
    creationUrls: {},
    managementUrls: { id: "INSTANCEID", statusQueryGetUri: `${base}instances/INSTANCEID` },
    baseUrl: base,
    requiredQueryStringParameters: "",
    rpcBaseUrl: base,
  });
  return durableWorkflows(context, (process) => `publish-${process}`);
}

describe("starting a submission", () => {
  it("starts its workflow under its own id", async () => {
    answers = { GET: [404, {}], POST: [202, { id: submission.submissionId }] };
    await workflows().start(submission);

    expect(asked.at(-1)?.call).toBe(
      "POST /durabletask/orchestrators/publish-2018-01/contoso.app.1",
    );
    expect(JSON.parse(asked.at(-1)!.body)).toEqual(submission);
  });

  it("that has run to its end does not run it again", async () => {
    answers = { GET: [200, known] };
    await workflows().start(submission);

    expect(asked.map(({ call }) => call.split(" ")[0])).toEqual(["GET"]);
  });

  it("fails while the engine is away", async () => {
    answers = {};

    await expect(workflows().start(submission)).rejects.toThrow();
  });
});

describe("raising an event", () => {
  it("sends its data", async () => {
    answers = { POST: [202, {}] };
    await workflows().raise(submission.submissionId, "GoLive", { act: "go-live" });

    expect(asked).toEqual([
      {
        call: "POST /durabletask/instances/contoso.app.1/raiseEvent/GoLive",
        body: '{"act":"go-live"}',
      },
    ]);
  });

  it("fails for a submission that was not started", async () => {
    answers = { POST: [404, {}] };

    await expect(workflows().raise("contoso.app.9", "GoLive", {})).rejects.toThrow();
  });
});
