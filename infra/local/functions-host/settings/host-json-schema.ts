import { availableParallelism } from "node:os";
import { z } from "zod";
import { timeSpanMs } from "./time-span.ts";

// Overrides from environment variables are texts.
const number = z.coerce.number().int();
const flag = z.union([z.boolean(), z.stringbool()]);
const span = z.string().transform((text, context) => {
  try {
    return timeSpanMs(text);
  } catch (error) {
    context.addIssue({ code: "custom", message: (error as Error).message });
    return z.NEVER;
  }
});

const Http = z
  .looseObject({
    routePrefix: z.string().default("api"),
    maxOutstandingRequests: number.default(-1),
    maxConcurrentRequests: number.default(-1),
    customHeaders: z.record(z.string(), z.string()).default({}),
    hsts: z
      .looseObject({
        isEnabled: flag.default(false),
        maxAge: z.union([z.string(), z.number()]).default("30"),
        includeSubDomains: flag.default(false),
        preload: flag.default(false),
      })
      .prefault({}),
  })
  .prefault({});

const Queues = z
  .looseObject({
    batchSize: number.min(1).max(32).default(16),
    newBatchThreshold: number.min(0).optional(),
    maxDequeueCount: number.min(1).default(5),
    maxPollingInterval: span.default(60_000),
    visibilityTimeout: span.default(0),
    messageEncoding: z
      .string()
      .toLowerCase()
      .pipe(z.enum(["base64", "none"]))
      .default("base64"),
  })
  .transform(({ maxPollingInterval, visibilityTimeout, newBatchThreshold, ...queues }) => ({
    ...queues,
    newBatchThreshold:
      newBatchThreshold ?? Math.floor((queues.batchSize / 2) * availableParallelism()),
    maxPollingIntervalMs: maxPollingInterval,
    visibilityTimeoutMs: visibilityTimeout,
  }))
  .prefault({});

const Blobs = z
  .looseObject({
    maxDegreeOfParallelism: number.min(1).default(8 * availableParallelism()),
    poisonBlobThreshold: number.min(1).default(5),
  })
  .prefault({});

const strategy = ["None", "Strict", "CurrentOrOlder"] as const;
const DurableTask = z
  .looseObject({
    hubName: z.string().optional(),
    defaultVersion: z.string().optional(),
    versionMatchStrategy: z.enum(strategy).optional(),
    versionFailureStrategy: z.enum(["Reject", "Fail"]).optional(),
    maxConcurrentActivityFunctions: number.min(1).optional(),
    maxConcurrentOrchestratorFunctions: number.min(1).optional(),
    extendedSessionsEnabled: flag.default(false),
  })
  .prefault({});

const functionTimeout = z
  .union([z.literal(["-1", -1]).transform(() => Infinity), span])
  .default(30 * 60_000);

/** What host.json may say and what it means when it says nothing; durations in milliseconds. */
export const HostJsonSchema = z
  .looseObject({
    version: z.literal("2.0"),
    functionTimeout,
    extensions: z
      .looseObject({ http: Http, queues: Queues, blobs: Blobs, durableTask: DurableTask })
      .prefault({}),
    logging: z.looseObject({ logLevel: z.record(z.string(), z.string()).default({}) }).prefault({}),
  })
  .transform(({ functionTimeout, ...rest }) => ({ ...rest, functionTimeoutMs: functionTimeout }));

/** A checked host.json with its defaults. */
export type HostJson = z.infer<typeof HostJsonSchema>;
