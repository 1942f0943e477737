import { z } from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiResponseObject } from "zod-openapi";
import type { Route } from "../routes.ts";
import { accessText } from "./access-text.ts";
import type { AnswerText, OperationText } from "./operation-text.ts";
import { commonHeaders, pathParametersOf, versionParameter } from "./parameters.ts";
import { commonRefusals, ownRefusal } from "./refusals.ts";
import { correlationHeader, headersOf } from "./response-headers.ts";

type Responses = Record<`${number}`, ZodOpenApiResponseObject>;

/** A route as OpenAPI has it. */
export function describeOperation(route: Route, text: OperationText): ZodOpenApiOperationObject {
  const { access, dialect } = route.handler;
  return {
    operationId: route.name,
    tags: [text.tag],
    summary: text.summary,
    description: `${text.description}\n\n${accessText(access)}`,
    security: securityOf(route, text),
    "x-access": access,
    requestParams: {
      path: pathParametersOf(route.route),
      query: z.object({ "api-version": versionParameter(dialect), ...text.query }),
      header: z.object({ ...text.headers, ...commonHeaders(route.method) }),
    },
    ...(text.body && {
      requestBody: {
        description: text.body.description,
        required: text.body.required,
        content: { "application/json": { schema: text.body.schema, example: text.body.example } },
      },
    }),
    responses: { ...answersOf(route, text), ...refusalsOf(route, text) },
  };
}

function securityOf({ handler }: Route, { optionalToken }: OperationText) {
  if (handler.access.to !== "anyone") return [{ bearer: [] }];
  return optionalToken ? [{}, { bearer: [] }] : [];
}

const answersOf = ({ method }: Route, { answers }: OperationText): Responses =>
  Object.fromEntries(
    Object.entries(answers).map(([status, answer]) => [status, answerOf(answer, method)]),
  );

const answerOf = (answer: AnswerText, method: string): ZodOpenApiResponseObject => ({
  description: answer.description,
  headers: {
    ...headersOf(answer.headers ?? {}),
    ...headersOf(answer.optionalHeaders ?? {}, false),
    ...(method === "POST" && headersOf(replayed, false)),
    ...correlationHeader,
  },
  ...(answer.content && {
    content: Object.fromEntries(
      Object.entries(answer.content).map(([type, schema]) => [type, { schema }]),
    ),
  }),
});

const replayed = {
  "Idempotency-Replayed": "true when the answer is that of an earlier request with the same key.",
};

function refusalsOf({ method, handler }: Route, { body, refusals = {} }: OperationText): Responses {
  const isOpen = handler.access.to === "anyone";
  const own = Object.entries(refusals).map(([status, why]) => [status, ownRefusal(why)] as const);
  return {
    400: commonRefusals[400],
    ...(!isOpen && { 401: commonRefusals[401], 503: commonRefusals[503] }),
    ...(handler.access.to === "roles" && { 403: commonRefusals[403] }),
    ...(body && { 413: commonRefusals[413] }),
    ...(method === "POST" && { 409: commonRefusals[409], 422: commonRefusals[422] }),
    500: commonRefusals[500],
    ...Object.fromEntries(own),
  };
}
