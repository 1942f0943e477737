import { setTimeout as sleep } from "node:timers/promises";
import * as df from "durable-functions";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ConformanceTarget } from "../conformance-target.ts";
import { hasLoopbackTarget, openTarget } from "../target.ts";
import { withoutDotnetDetails } from "./normal-form.ts";
import { readRecording, type RecordedCase } from "./recorded-case.ts";

/** Recorded over the loopback address: over the webhooks the library asks for less. */
const needsLoopback = new Set(["client-status-history"]);
const operations = readRecording<RecordedCase>("answers").filter(
  (given) =>
    given.case.startsWith("client-") && (hasLoopbackTarget || !needsLoopback.has(given.case)),
);
const results = new Map<string, unknown>();
let target: ConformanceTarget;

beforeAll(async () => {
  target = await openTarget();
  const client = df.getClient(contextWithClient());
  for (const given of operations) ofThisRun(given);
  for (const given of operations) {
    results.set(given.case, await perform(client, given.operation!));
    // Our own host has nothing left to do after a moment.
    if (given.thenWaitMs) await sleep(target.official ? given.thenWaitMs : 150);
  }
});

afterAll(() => target.stop());

describe("the SDK's client sees what was recorded", () => {
  it.each(operations.map((given) => [given.case, given] as const))("%s", (name, { expected }) => {
    const id = /^<id>$/.test(String(expected["ok"])) ? /^[0-9a-f]{32}$/ : undefined;
    const result = results.get(name) as { ok?: unknown };
    if (id) expect(result.ok).toMatch(id);
    else expect(withoutDotnetDetails(result)).toEqual(withoutDotnetDetails(expected));
  });
});

/** A host that is kept has other instances: this run has ids of its own, and purges only those. */
function ofThisRun(given: RecordedCase): void {
  if (target.idPrefix === "") return;
  const own = (text: string) => text.replaceAll(/(?<![\w-])c-/g, `c-${target.idPrefix}`);
  const since = `new Date(${Date.now()})`;
  given.operation = own(given.operation!).replace("new Date('2000-01-01')", since);
  given.expected = JSON.parse(own(JSON.stringify(given.expected)));
}

/** The recorded operations are program text. */
async function perform(client: df.DurableClient, operation: string): Promise<unknown> {
  const body = operation.startsWith("{") ? operation : `return await (${operation});`;
  const AsyncFunction = perform.constructor as new (
    ...code: string[]
  ) => (...args: unknown[]) => Promise<unknown>;
  try {
    const ok = await new AsyncFunction("client", "df", "st", "sleep", body)(client, df, st, sleep);
    return { ok: ok === undefined ? "(undefined)" : JSON.parse(JSON.stringify(ok)) };
  } catch (error) {
    return { throws: String(error) };
  }
}

function st(status: df.DurableOrchestrationStatus): unknown {
  const { runtimeStatus, input, output, customStatus, createdTime, ...rest } = status;
  const created = createdTime.constructor.name;
  return {
    runtimeStatus,
    input,
    output,
    customStatus,
    created,
    history: typeof (rest as any).historyEvents,
  };
}

/** The client speaks to the loopback address, or with a key to somebody else's host. */
function contextWithClient(): any {
  const input = df.input.durableClient();
  const { durableUrl, rpcUrl, code } = target;
  const query = code === undefined ? "" : `code=${code}`;
  const instance = `${durableUrl}/instances/INSTANCEID`;
  const data = {
    taskHubName: "ConformanceHub",
    creationUrls: {
      createNewInstancePostUri: `${durableUrl}/orchestrators/{functionName}[/{instanceId}]?${query}`,
    },
    managementUrls: {
      id: "INSTANCEID",
      statusQueryGetUri: `${instance}?${query}`,
      sendEventPostUri: `${instance}/raiseEvent/{eventName}?${query}`,
      terminatePostUri: `${instance}/terminate?reason={text}&${query}`,
      rewindPostUri: `${instance}/rewind?reason={text}&${query}`,
      purgeHistoryDeleteUri: `${instance}?${query}`,
      suspendPostUri: `${instance}/suspend?reason={text}&${query}`,
      resumePostUri: `${instance}/resume?reason={text}&${query}`,
    },
    baseUrl: durableUrl,
    requiredQueryStringParameters: query,
    ...(rpcUrl !== undefined && { rpcBaseUrl: rpcUrl }),
  };
  return {
    options: { extraInputs: [input] },
    extraInputs: { get: () => data },
  };
}
