import type { TimerHandler } from "@azure/functions";
import { keyHours } from "../http/once.ts";
import { carryOutLate } from "../orders/carry-out.ts";
import type { Shell } from "../shell.ts";

const patienceMs = 30_000;

/** Carries out again what was written down and, for whatever reason, not done; drops old idempotency keys. */
export const sweep =
  (shell: Shell): TimerHandler =>
  async (_timer, context) => {
    const { intents, idempotency, clock } = shell.ports;
    const pending = await intents.pending(new Date(clock.now().getTime() - patienceMs));
    for (const intent of pending.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
      try {
        await carryOutLate(shell, context, intent);
      } catch (error) {
        // One that fails must not keep the others waiting; it is still there next time.
        context.error(`${intent.act} of ${intent.submission.submissionId} failed again`, error);
      }
    }
    await idempotency.forget(new Date(clock.now().getTime() - keyHours * 3_600_000));
  };
