import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stepIds } from "../../../../shared/publishing/processes/process.ts";
import { rowsFor, processOf } from "../../../../shared/publishing/processes/processes.ts";
import type { Progress } from "../../../../shared/publishing/progress/progress.ts";
import {
  beginRelease,
  enterSignOff,
  requestCancel,
  requestGoLive,
} from "../../../../shared/publishing/progress/sign-off.ts";
import { stepMoves } from "../../../../shared/publishing/progress/step-moves.ts";
import {
  beginStep,
  blockStep,
  noteMessage,
  noteOnce,
  passStep,
  rejectStep,
  setProgress,
  unblockStep,
} from "../../../../shared/publishing/progress/steps.ts";
import {
  cancelSubmission,
  finishLive,
} from "../../../../shared/publishing/progress/submissions.ts";
import {
  resumeFromPublisher,
  waitForPublisher,
  waitForReviewer,
} from "../../../../shared/publishing/progress/waiting.ts";
import { at, clean, draft, published, usa } from "../../support/progress-of.ts";

type Transition = (progress: Progress, when: string) => Progress;
const bad = {
  findings: [{ ruleId: "r", severity: "error", message: "m", fix: "", whose: "content" } as const],
};

const step = fc.constantFrom(...stepIds);
const onStep = step.chain((id) =>
  fc.constantFrom<Transition>(
    (p, t) => beginStep(p, id, usa, t),
    (p, t) => passStep(p, id, clean, t),
    (p, t) => rejectStep(p, id, bad, t),
    (p, t) => blockStep(p, id, "reason", t),
    (p, t) => unblockStep(p, id, t),
    (p, t) => waitForPublisher(p, id, t),
    (p, t) => resumeFromPublisher(p, id, usa, t),
    (p, t) => waitForReviewer(p, id, usa, t),
    (p, t) => setProgress(p, id, 40, t),
    (p, t) => noteMessage(p, id, { text: "said", level: "warning", at: t }),
    (p, t) => noteOnce(p, id, { text: "once", level: "warning", at: t }),
  ),
);
const onSubmission = fc.constantFrom<Transition>(
  enterSignOff,
  (p, t) => requestGoLive(p, { operationId: "golive" }, t),
  requestCancel,
  beginRelease,
  cancelSubmission,
  finishLive,
  (p) => published(p.offer.submission + 1, { from: p }),
  (p) => published(p.offer.submission + 1, { from: p, process: "2018-12" }),
);
const transition = fc.oneof(
  { weight: 4, arbitrary: onStep },
  { weight: 1, arbitrary: onSubmission },
);
const history = fc.array(transition, { maxLength: 40 });
const run = (transitions: readonly Transition[]): Progress[] => {
  const states = [published()];
  transitions.forEach((apply, n) => states.push(apply(states.at(-1) ?? draft(), at(2 + n))));
  return states;
};

describe("any sequence of transitions", () => {
  it("gives the same when every one of them is run twice", () => {
    fc.assert(
      fc.property(history, transition, (before, last) => {
        const state = run(before).at(-1) ?? draft();
        const once = last(state, at(50));
        // Opening a submission is keyed by its number; the generator would ask for the next one.
        if (once.offer.submission !== state.offer.submission) return;
        expect(last(once, at(50))).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });

  it("moves steps only along the table of moves", () => {
    fc.assert(
      fc.property(history, (transitions) => {
        const states = run(transitions);
        for (let n = 1; n < states.length; n++) {
          const [before, after] = [states[n - 1]!, states[n]!];
          if (before.offer.submission !== after.offer.submission) continue;
          after.steps.forEach((state, index) => {
            const from = before.steps[index]!.status;
            if (from !== state.status) expect(stepMoves[from]).toContain(state.status);
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it("keeps offer, operations and steps in agreement", () => {
    fc.assert(
      fc.property(history, (transitions) => {
        const states = run(transitions);
        for (const [n, { offer, operations, steps }] of states.entries()) {
          const running = operations.filter((operation) => operation.state === "running");
          expect(running.length).toBeLessThanOrEqual(1);
          if (offer.status === "running") expect(running).toHaveLength(1);
          else expect(running).toHaveLength(0);
          expect(steps.map((state) => state.step)).toEqual(
            rowsFor(processOf(offer.process), offer).map((row) => row.step),
          );
          const isRejected = steps.some((state) => state.status === "rejected");
          expect(isRejected).toBe(offer.status === "failed");
          for (const state of steps) {
            const open = state.waits.filter((wait) => wait.to === undefined);
            expect(open).toHaveLength(state.status === "waitingForPublisherReview" ? 1 : 0);
            if (state.status === "waitingForPublisherReview") expect(state.dueAt).toBeUndefined();
            expect(state.progress === 100).toBe(state.status === "complete");
          }
          // Whatever happens to an update, the version that is live stays live.
          const before = states[n - 1]?.offer.liveSubmission ?? 0;
          expect(offer.liveSubmission ?? 0).toBeGreaterThanOrEqual(before);
          if (offer.status === "succeeded") {
            expect(offer.liveSubmission).toBe(offer.submission);
            expect(steps.at(-1)).toMatchObject({ step: "live", status: "complete" });
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
