import { z } from "zod";

/** What a case may ask of its surroundings; a case or step that asks for what is not there is skipped. */
const needs = ["document", "reviewer"] as const;
export type Need = (typeof needs)[number];

const Texts = z.record(z.string(), z.string());

/** One request; braces in path, query, headers and body are filled in. */
const Request = z.strictObject({
  method: z.enum(["GET", "PUT", "POST", "DELETE"]),
  path: z.string().regex(/^[/{]/),
  query: Texts.optional(),
  headers: Texts.optional(),
  /** Whose token: the caller's unless said otherwise. */
  token: z.enum(["valid", "none", "garbage"]).optional(),
  /** JSON, or `{"$text": "…"}` for a body that is sent as it stands. */
  body: z.unknown().optional(),
});
export type CaseRequest = z.infer<typeof Request>;

/** What the answer must be; what is not named may be anything. */
const Expectation = z.strictObject({
  status: z.union([z.int(), z.array(z.int()).min(1)]),
  headers: z.record(z.string(), z.unknown()).optional(),
  body: z.unknown().optional(),
});
export type Expectation = z.infer<typeof Expectation>;

const Step = z.strictObject({
  name: z.string().min(1),
  needs: z.enum(needs).optional(),
  /** Something that happens outside the API; only with `needs`. */
  outside: z.enum(["reviewer approves"]).optional(),
  request: Request.optional(),
  expect: Expectation.optional(),
  /** Repeats the request until this is met; `expect` is looked at after that. */
  repeatUntil: z
    .strictObject({ body: z.unknown(), withinSeconds: z.int().positive().max(600) })
    .optional(),
  /** Names for parts of the answer: `header:Location`, or a path such as `$.steps[0].id`. */
  capture: z.record(z.string().regex(/^\w+$/), z.string().regex(/^(header:|\$)/)).optional(),
});
export type Step = z.infer<typeof Step>;

/** One file: a story about one offer of its own. */
export const Case = z.strictObject({
  title: z.string().min(1),
  /** What says so: the documentation, what real clients rely on, or a choice of ours. */
  source: z.enum(["docs", "client", "choice"]),
  note: z.string().optional(),
  needs: z.array(z.enum(needs)).optional(),
  steps: z.array(Step).min(1),
});
export type Case = z.infer<typeof Case>;
