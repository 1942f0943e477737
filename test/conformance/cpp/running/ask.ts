import type { CaseRequest, Expectation } from "../format.ts";
import { fillIn, fillInText, type Words } from "./fill-in.ts";
import { mismatches } from "./match.ts";
import type { ServerUnderTest } from "./server-under-test.ts";

/** What a server answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Undefined where the text is not JSON. */
  readonly body: unknown;
}

/** Sends one request of a case. */
export async function ask(
  server: ServerUnderTest,
  request: CaseRequest,
  words: Words,
): Promise<Answer> {
  const { method, query = { "api-version": "2017-10-31" } } = request;
  const filled = fillInText(request.path, words);
  // A captured location carries its own query.
  const search = filled.includes("?")
    ? ""
    : `?${new URLSearchParams(texts(query, words)).toString()}`;
  const body = bodyOf(fillIn(request.body, words));
  const answer = await fetch(`${server.url}${filled}${search}`, {
    method,
    headers: { ...(await headersOf(server, request)), ...texts(request.headers, words) },
    redirect: "manual",
    ...(body !== undefined && { body }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, body: parsed(text) };
}

async function headersOf(
  server: ServerUnderTest,
  { token = "valid" }: CaseRequest,
): Promise<Record<string, string>> {
  const json = { "content-type": "application/json" };
  if (token === "none") return json;
  const text = token === "garbage" ? "not-a-token" : await server.token();
  return { ...json, authorization: `Bearer ${text}` };
}

const texts = (headers: Record<string, string> = {}, words: Words): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, fillInText(value, words)]),
  );

function bodyOf(filled: unknown): string | undefined {
  if (filled === undefined) return undefined;
  const isText = typeof filled === "object" && filled !== null && "$text" in filled;
  return isText ? String(filled.$text) : JSON.stringify(filled);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What is wrong with an answer. */
export function faultsOf(answer: Answer, expected: Expectation, words: Words): string[] {
  const statuses = [expected.status].flat();
  if (!statuses.includes(answer.status)) {
    return [`status ${answer.status}, not ${statuses.join(" or ")}: ${answer.text.slice(0, 300)}`];
  }
  const headers = Object.entries(expected.headers ?? {}).flatMap(([name, wanted]) =>
    mismatches(answer.headers.get(name) ?? undefined, fillIn(wanted, words), name),
  );
  const body = "body" in expected ? mismatches(answer.body, fillIn(expected.body, words), "$") : [];
  return [...headers, ...body];
}

/** The part of an answer that `header:Name` or a path such as `$.steps[0].id` names. */
export function partOf(answer: Answer, where: string): unknown {
  const header = /^header:(.+)$/.exec(where)?.[1];
  if (header !== undefined) return answer.headers.get(header) ?? undefined;
  const names = [...where.matchAll(/\.(\w[\w-]*)|\[(\d+)\]/g)].map(
    ([, name, place]) => name ?? place,
  );
  return names.reduce<unknown>(
    (value, name) => (value as Record<string, unknown> | undefined)?.[name ?? ""],
    answer.body,
  );
}
