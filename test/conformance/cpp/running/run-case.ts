import { setTimeout as sleep } from "node:timers/promises";
import type { Case, Step } from "../format.ts";
import { ask, faultsOf, partOf, type Answer } from "./ask.ts";
import { fillIn } from "./fill-in.ts";
import { mismatches } from "./match.ts";
import { provides, type ServerUnderTest } from "./server-under-test.ts";

/** How a case went; `skipped` says what was missing. */
export interface Verdict {
  readonly outcome: "passed" | "failed" | "skipped";
  readonly faults: readonly string[];
  /** Steps, or the whole case, that could not be run here. */
  readonly skipped: readonly string[];
}

const lookEveryMs = 100;

/** Plays one case on an offer of its own; stops at the first step that is not as expected. */
export async function runCase(
  server: ServerUnderTest,
  story: Case,
  offer: string,
): Promise<Verdict> {
  const missing = (story.needs ?? []).filter((need) => !provides(server, need));
  if (missing.length > 0) {
    return { outcome: "skipped", faults: [], skipped: [`the whole case needs: ${missing.join()}`] };
  }
  const words = new Map<string, unknown>([
    ["publisher", server.publisher],
    ["foreignPublisher", server.foreignPublisher],
    ["offer", offer],
    ["draft", draftOf(server, offer)],
  ]);
  if (story.needs?.includes("document")) {
    words.set("document", await server.documentFor?.(offer));
  }
  for (const [place, step] of story.steps.entries()) {
    if (step.needs && !provides(server, step.needs)) {
      const rest = story.steps.slice(place).map(({ name }) => name);
      return {
        outcome: "passed",
        faults: [],
        skipped: [`needs ${step.needs}: ${rest.join("; ")}`],
      };
    }
    const faults = await runStep(server, step, words);
    if (faults.length > 0) {
      return { outcome: "failed", faults: faults.map((f) => `${step.name}: ${f}`), skipped: [] };
    }
  }
  return { outcome: "passed", faults: [], skipped: [] };
}

/** The least that a draft is: enough to be saved, not enough to be published. */
const draftOf = ({ publisher }: ServerUnderTest, offer: string) => ({
  id: offer,
  publisherId: publisher,
  offerTypeId: "microsoft-azure-applications",
  definition: { displayText: "Conformance draft", offer: {}, plans: [] },
});

async function runStep(
  server: ServerUnderTest,
  step: Step,
  words: Map<string, unknown>,
): Promise<string[]> {
  if (step.outside === "reviewer approves") await server.approve?.(String(words.get("offer")));
  if (!step.request) return [];
  const { answer, faults } = await answered(server, step, words);
  for (const [name, where] of Object.entries(step.capture ?? {})) {
    const part = partOf(answer, where);
    if (part === undefined) faults.push(`has nothing at ${where} to be called {${name}}`);
    words.set(name, part);
  }
  return faults;
}

async function answered(
  server: ServerUnderTest,
  { request, expect, repeatUntil }: Step,
  words: Map<string, unknown>,
): Promise<{ answer: Answer; faults: string[] }> {
  if (!request) throw new Error("a step without a request has no answer");
  const givenUp = performance.now() + (repeatUntil?.withinSeconds ?? 0) * 1000;
  for (;;) {
    const answer = await ask(server, request, words);
    const missing = repeatUntil ? mismatches(answer.body, fillIn(repeatUntil.body, words)) : [];
    if (missing.length === 0)
      return { answer, faults: expect ? faultsOf(answer, expect, words) : [] };
    if (performance.now() > givenUp) {
      return {
        answer,
        faults: [`after ${repeatUntil?.withinSeconds ?? 0} s still: ${missing.join("; ")}`],
      };
    }
    await sleep(lookEveryMs);
  }
}
