import {
  type HttpHandler,
  HttpRequest,
  type HttpResponseInit,
  InvocationContext,
} from "@azure/functions";
import { newOffer } from "../../shared/publishing/progress/submissions.ts";
import type { Progress } from "../../shared/publishing/progress/progress.ts";
import type { Shell, ShellSettings } from "../../functions/shell.ts";
import type { CallerName } from "../support/fake/fake-identity.ts";
import { checkAnswer, routeOf } from "../support/contract/check-answer.ts";
import { fakePorts } from "../support/fake-ports.ts";

export const contoso = { publisherId: "contoso", offerId: "app" };

/** A shell on fresh ports in memory. */
export function testShell(settings: Partial<ShellSettings> = {}) {
  const fake = fakePorts();
  const shell: Shell = {
    ports: fake.ports,
    workflowsOf: () => fake.workflows,
    settings: {
      defaultProcess: "2018-01",
      requireIfMatch: false,
      completeStatusPublishers: [],
      ...settings,
    },
  };
  return { ...fake, shell, at: () => fake.clock.now().toISOString() };
}
export type TestShell = ReturnType<typeof testShell>;

export interface Logged {
  readonly context: InvocationContext;
  readonly lines: string[];
}

/** An invocation context that keeps what is logged. */
export function aContext(triggerMetadata: Record<string, unknown> = {}): Logged {
  const lines: string[] = [];
  const context = new InvocationContext({
    functionName: "test",
    invocationId: "invocation-1",
    logHandler: (level, ...args) => void lines.push([level, ...args.map(String)].join(" ")),
    triggerMetadata: triggerMetadata as never,
  });
  return { context, lines };
}

export interface Asked {
  method?: string;
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: unknown;
  /** Whose token is sent; the publisher's owner unless said otherwise. */
  as?: CallerName;
}
export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: any;
  readonly error: any;
  readonly logged: readonly string[];
}

/** Calls a handler as the host would, and holds its answer against the description of the API; the api-version is there unless `query` says otherwise. */
export async function call(handler: HttpHandler, asked: Asked = {}): Promise<Answer> {
  const { context, lines } = aContext();
  const { body } = asked;
  const request = new HttpRequest({
    method: asked.method ?? (body === undefined ? "GET" : "POST"),
    url: "http://127.0.0.1/api/test",
    params: { ...contoso, ...asked.params },
    query: asked.query ?? { "api-version": "2017-10-31" },
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${asked.as ?? "contoso-owner"}`,
      ...asked.headers,
    },
    ...(body !== undefined && {
      body: { string: typeof body === "string" ? body : JSON.stringify(body) },
    }),
  });
  const answer = (await handler(request, context)) as HttpResponseInit;
  const seen = {
    status: answer.status ?? 200,
    headers: (answer.headers ?? {}) as Record<string, string>,
    body: bodyOf(answer),
  };
  const route = routeOf(handler);
  if (route) checkAnswer(route, seen);
  return { ...seen, error: seen.body?.error, logged: lines };
}

/** As it goes over the wire: without fields that are undefined. */
function bodyOf({ jsonBody, body, headers }: HttpResponseInit): any {
  if (jsonBody !== undefined) return JSON.parse(JSON.stringify(jsonBody));
  if (!(body instanceof Uint8Array)) return body;
  const text = Buffer.from(body).toString();
  const type = new Headers(headers as Record<string, string>).get("content-type");
  return type === "application/json" ? JSON.parse(text) : text;
}

export const aDocument = (more: object = {}) => ({
  offerTypeId: "microsoft-azure-applications",
  definition: { displayText: "Contoso App", offer: {}, plans: [{ planId: "basic" }], ...more },
});

/** Writes a draft and its progress as a first PUT does; `change` moves the progress on. */
export async function anOffer(
  { ports, at }: TestShell,
  change: (progress: Progress) => Progress = (progress) => progress,
  document: Record<string, unknown> = aDocument(),
): Promise<void> {
  await ports.documents.writeDraft(contoso, document, "none");
  const description = { displayText: "Contoso App", offerTypeId: "microsoft-azure-applications" };
  const fresh = newOffer(contoso, { ...description, process: "2018-01" }, at());
  await ports.progress.write(undefined, change(fresh));
}

/** Moves the stored progress on. */
export async function move(
  { ports }: TestShell,
  change: (progress: Progress) => Progress,
): Promise<void> {
  const before = await ports.progress.read(contoso);
  await ports.progress.write(before, change(before!.value));
}
