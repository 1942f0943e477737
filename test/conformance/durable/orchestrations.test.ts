import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ConformanceTarget } from "../conformance-target.ts";
import { hasScaledTarget, openTarget } from "../target.ts";
import { startSampleServer } from "./sample-server.ts";
import { historyDifference, recordedForm, type RecordedEvent } from "./history-form.ts";
import { withoutDotnetDetails } from "./normal-form.ts";
import { readRecording, type RecordedCase } from "./recorded-case.ts";
import { type RecordedPayload, stablePayload } from "./recorded-payload.ts";
import { caseId, type Observed, runCase } from "./run-case.ts";

const recorded = readRecording<RecordedCase>("answers").filter(
  (given) =>
    given.orchestration !== undefined &&
    given.case !== "start-race" &&
    (given.timers !== "scaled" || hasScaledTarget),
);
/** How many attempts fit into the retry timeout says how slow the recorded host was. */
const dependsOnSpeed = new Set(["retry-timeout"]);
const payloads = readRecording<RecordedPayload>("payloads");
/** Cases of which only the payload is recorded. */
const payloadOnly: RecordedCase[] = [
  { case: "catch-activity-error", orchestration: "catchActivity", input: "error", expected: {} },
  {
    case: "continue-with-object",
    orchestration: "continueWith",
    input: { first: true, value: { a: 1 } },
    expected: {},
  },
];
// Too many at once would delay the timed actions of a busy machine, or of a host far away.
const lanes = { own: 40, official: 8 };
const observed = new Map<string, Observed>();
let plain: ConformanceTarget;
let scaled: ConformanceTarget | undefined;
let samples: Awaited<ReturnType<typeof startSampleServer>>;

beforeAll(async () => {
  samples = await startSampleServer();
  plain = await openTarget();
  if (hasScaledTarget) scaled = await openTarget({ scaled: true });
  const text = JSON.stringify(recorded).replaceAll("http://127.0.0.1:17999", samples.url);
  recorded.splice(0, recorded.length, ...(JSON.parse(text) as RecordedCase[]));
  // "+" in a path becomes a blank, so two cases share an instance; the other two share a counter.
  const isAlone = (given: RecordedCase) =>
    given.case === "id-plus" || given.orchestration === "nonDeterministic";
  const run = async (given: RecordedCase) => {
    const target = given.timers === "scaled" ? scaled : plain;
    if (target) observed.set(given.case, await runCase(target, given));
  };
  const others = recorded.filter((given) => !isAlone(given));
  const unhurried = [...others.filter((given) => !isHurried(given)), ...payloadOnly];
  await inLanes(unhurried, plain.official ? lanes.official : lanes.own, run);
  await Promise.all([
    inLanes(recorded.filter(isAlone), 1, run),
    inLanes(others.filter(isHurried), lanes.official, run),
  ]);
}, 600_000);

/** Whether what is seen depends on a few milliseconds: such a case waits until it is quiet. */
function isHurried({ actions = [] }: RecordedCase): boolean {
  return actions.some(({ at }, k) => at - (actions[k - 1]?.at ?? 0) < 200);
}

async function inLanes<T>(work: readonly T[], count: number, run: (one: T) => Promise<void>) {
  const queue = [...work];
  const lane = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await run(next);
  };
  await Promise.all(Array.from({ length: count }, lane));
}

afterAll(async () => {
  await Promise.all([plain.stop(), scaled?.stop(), samples.stop()]);
});

describe("an orchestration behaves as recorded from the real engine", () => {
  it.each(recorded.map((given) => [given.case, given] as const))("%s", (name) => {
    const given = recorded.find((other) => other.case === name)!;
    const seen = observed.get(name)!;
    const { expected } = given;
    if (given.start) expectStart(given, seen);
    expectAnswers(given, seen);
    expect(seen.httpStatus).toBe(expected["httpStatus"]);
    if (expected["status"] === null) return;
    expectStatus(given, seen);
    if (!plain.probe || given.instanceId !== undefined) return;
    if (dependsOnSpeed.has(name)) return;
    expect(seen.activityRuns).toEqual(expected["activityRuns"]);
    expectHistory(given, seen);
  });
});

describe.runIf(process.env["CONFORMANCE_URL"] === undefined)(
  "the SDK is sent the recorded payload",
  () => {
    it.each(payloads.map((given) => [given.case, given.payload] as const))(
      "%s",
      (name, payload) => {
        const given = recorded.find((other) => other.case === name);
        const target = given?.timers === "scaled" ? scaled : plain;
        const seen = target?.probe?.lastPayload(`case-${name}`);
        expect(stablePayload(seen)).toEqual(stablePayload(payload));
      },
    );
  },
);

function expectStart(given: RecordedCase, seen: Observed): void {
  expect(seen.startStatus).toBe(given.start!.status);
  if (given.start!.body) expect(seen.startBody).toMatchObject(given.start!.body);
}

function expectAnswers(given: RecordedCase, seen: Observed): void {
  for (const [k, answer] of (given.answers ?? []).entries()) {
    const { status, body } = seen.answers[k]!;
    expect(status).toBe(answer["status"]);
    const shown = (typeof body === "object" ? body : { Message: body }) as Record<string, unknown>;
    if (answer["runtimeStatus"] !== undefined) {
      expect(shown["runtimeStatus"]).toBe(answer["runtimeStatus"]);
      expect(withoutDotnetDetails(shown["output"])).toEqual(withoutDotnetDetails(answer["output"]));
    }
    if (answer["message"] !== undefined)
      expect(shown["Message"]).toBe(ownIds(given, answer["message"]));
    if (answer["exceptionMessage"] !== undefined) {
      expect(shown["ExceptionMessage"]).toBe(ownIds(given, answer["exceptionMessage"]));
    }
    if (answer["body"] !== undefined) expect(shown).toEqual(ownIds(given, answer["body"]));
  }
}

function expectStatus(given: RecordedCase, { status }: Observed): void {
  const { expected } = given;
  expect(status["runtimeStatus"]).toBe(expected["status"]);
  expect(withoutDotnetDetails(status["output"])).toEqual(
    withoutDotnetDetails(ownIds(given, expected["output"] ?? null)),
  );
  const customStatus = status["customStatus"];
  const shortened =
    typeof customStatus === "string" && customStatus.length > 1000
      ? `(${customStatus.length} characters)`
      : customStatus;
  expect(shortened).toEqual(expected["customStatus"]);
  const input = "statusInput" in expected ? expected["statusInput"] : given.input;
  if (input !== undefined) expect(status["input"]).toEqual(input);
}

function ownIds(given: RecordedCase, value: unknown): unknown {
  const id = caseId(plain, given);
  const text = JSON.stringify(value).replaceAll("<id>", id);
  return JSON.parse(text.replaceAll(`case-${given.case}`, id));
}

function expectHistory(given: RecordedCase, seen: Observed): void {
  const { expected } = given;
  const anyOrder = given.orderOfCompletionsVaries === true;
  if (!anyOrder) expect(seen.episodes).toBe(expected["episodes"]);
  const actual = recordedForm(seen.history, `case-${given.case}`);
  expect(actual.filter((event) => event.type === "TimerCreated").length).toBe(expected["timers"]);
  const history = expected["history"] as RecordedEvent[] | undefined;
  if (!history || given.variesBetweenRuns?.includes("history")) return;
  expect(historyDifference(actual, history, anyOrder)).toBeUndefined();
}
