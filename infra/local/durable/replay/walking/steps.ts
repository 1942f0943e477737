import { Future } from "./future.ts";

/** A routine that waits for futures by `yield* wait(future)`. */
export type Steps<T> = Generator<Future<unknown>, T>;

/** Waits inside a routine; throws what failed the future. */
export function* wait<T>(future: Future<T>): Steps<T> {
  if (future.state === "open") yield future;
  if (future.state === "failed") throw future.error;
  return future.value as T;
}

/** Runs a routine until its first wait, and on from there whenever the awaited future settles. */
export function run<T>(steps: Steps<T>): Future<T> {
  const whole = new Future<T>();
  const advance = () => {
    try {
      let step = steps.next();
      while (!step.done && step.value.state !== "open") step = steps.next();
      if (step.done) whole.resolve(step.value);
      else step.value.whenSettled(advance);
    } catch (error) {
      whole.fail(error);
    }
  };
  advance();
  return whole;
}

/** Settled as soon as one of the futures is, well or badly. */
export function whenAny(futures: readonly Future<unknown>[]): Future<null> {
  const any = new Future<null>();
  for (const future of futures) {
    future.whenSettled(() => {
      any.resolve(null);
    });
  }
  return any;
}

/** Settled when all futures are: a failed one does not end the wait for the others. */
export function whenAll(futures: readonly Future<unknown>[]): Future<null> {
  const all = new Future<null>();
  let open = futures.length;
  const settled = () => {
    open -= 1;
    if (open <= 0) all.resolve(null);
  };
  if (futures.length === 0) settled();
  for (const future of futures) future.whenSettled(settled);
  return all;
}
