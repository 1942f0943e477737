import { z } from "zod";
import type { ZodOpenApiResponseObject } from "zod-openapi";
import { refusalCodes } from "../../../shared/publishing/refusal.ts";
import { correlationHeader, headersOf } from "./response-headers.ts";

const code = z.enum([...refusalCodes, "InternalError"]).meta({
  id: "ErrorCode",
  description: "The closed list of codes that clients may rely on.",
});

const fault = z.object({
  code,
  message: z.string().describe("What is wrong, where, and what to do next."),
  target: z.string().optional().describe("The field, parameter or header it is about."),
  details: z
    .array(z.object({ code: z.string(), message: z.string(), target: z.string().optional() }))
    .optional()
    .describe("Every fault by itself, where there are several."),
});

const ErrorAnswer = z.object({ error: fault }).meta({ id: "Error" });
const Unauthenticated = z
  .object({ error: fault, Message: z.string().describe("The message again, for older clients.") })
  .meta({ id: "UnauthenticatedError" });

const refusal = (id: string, description: string): ZodOpenApiResponseObject => ({
  id,
  description,
  headers: correlationHeader,
  content: { "application/json": { schema: ErrorAnswer } },
});

/** Refusals that mean the same everywhere. */
export const commonRefusals = {
  400: refusal(
    "Invalid",
    "The request is malformed: api-version, an identifier, a parameter or the body. The message and the details say what to correct.",
  ),
  401: {
    id: "Unauthenticated",
    description: "There is no token, or it is not taken; the message says why.",
    headers: { ...correlationHeader, ...headersOf({ "WWW-Authenticate": "How to sign in." }) },
    content: { "application/json": { schema: Unauthenticated } },
  },
  403: refusal(
    "Unauthorised",
    "The caller may not do this, or not for this publisher. A service principal that is told so is often registered by the object id of its app registration instead of its own.",
  ),
  409: refusal("Conflict", "A request under the same Idempotency-Key is still at work."),
  413: refusal("TooLarge", "The body has more than 1 MiB."),
  422: refusal("KeyReused", "The Idempotency-Key came with another request before."),
  500: refusal(
    "Failed",
    "The request failed on our side. Try again; the operator finds it by the id in the message.",
  ),
  503: refusal(
    "Unavailable",
    "The identity provider cannot be reached to check the token. Try again in a minute.",
  ),
} as const satisfies Record<number, ZodOpenApiResponseObject>;

/** A refusal that one operation explains in its own words. */
export const ownRefusal = (description: string): ZodOpenApiResponseObject => ({
  description,
  headers: correlationHeader,
  content: { "application/json": { schema: ErrorAnswer } },
});
