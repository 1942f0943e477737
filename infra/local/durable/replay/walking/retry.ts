import type { RetryOptions } from "../action.ts";
import type { Future } from "./future.ts";
import type { ReplayContext } from "../replay-context.ts";
import { type Steps, wait } from "./steps.ts";

/** Calls until it works or the attempts are used up; timers and attempts take ids as they come. */
export function* retry(
  context: ReplayContext,
  options: RetryOptions,
  call: () => Future<string | null>,
): Steps<string | null> {
  const startedAt = context.now.getTime();
  let failure: unknown = new Error("No attempt was allowed.");
  for (let attempt = 0; attempt < options.maxNumberOfAttempts; attempt += 1) {
    try {
      return yield* wait(call());
    } catch (error) {
      failure = error;
    }
    const timeout = options.retryTimeoutInMilliseconds ?? Infinity;
    // No timer, although the SDK waits for one: the instance hangs, as the official host's does.
    if (context.now.getTime() >= startedAt + timeout) break;
    const isLast = attempt === options.maxNumberOfAttempts - 1;
    const fireAt = new Date(context.now.getTime() + (isLast ? 0 : delay(options, attempt)));
    // Also after the last attempt: the official host keeps that timer for old histories.
    yield* wait(context.order({ kind: "timer", fireAt }));
  }
  throw failure;
}

function delay(options: RetryOptions, attempt: number): number {
  const coefficient = options.backoffCoefficient ?? 1;
  const raw = options.firstRetryIntervalInMilliseconds * coefficient ** attempt;
  return Math.min(raw, options.maxRetryIntervalInMilliseconds ?? Infinity);
}
