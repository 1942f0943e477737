import { z } from "zod";

const Span = z.looseObject({ seconds: z.coerce.number().min(0) });

const RetryOptionsSchema = z.union([
  z.looseObject({
    strategy: z.literal("fixedDelay"),
    maxRetryCount: z.int().min(-1),
    delayInterval: Span,
  }),
  z.looseObject({
    strategy: z.literal("exponentialBackoff"),
    maxRetryCount: z.int().min(-1),
    minimumInterval: Span,
    maximumInterval: Span,
  }),
]);

/** A function's own retries, as its registration asks for them. */
export class RetryPolicy {
  readonly #options: z.infer<typeof RetryOptionsSchema> | undefined;

  constructor(options: unknown) {
    this.#options = options === undefined ? undefined : RetryOptionsSchema.parse(options);
  }

  /** -1 means for ever. */
  get maxRetryCount(): number {
    return this.#options?.maxRetryCount ?? 0;
  }

  /** How long to wait before the retry of this number, from 1; undefined when there is none. */
  delayMs(retry: number): number | undefined {
    const options = this.#options;
    if (!options) return undefined;
    if (options.maxRetryCount !== -1 && retry > options.maxRetryCount) return undefined;
    if (options.strategy === "fixedDelay") return options.delayInterval.seconds * 1000;
    const wait = options.minimumInterval.seconds * 2 ** (retry - 1);
    return Math.min(wait, options.maximumInterval.seconds) * 1000;
  }
}
