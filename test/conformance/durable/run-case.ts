import { setTimeout as sleep } from "node:timers/promises";
import type { ConformanceTarget } from "../conformance-target.ts";
import type { RecordedAction, RecordedCase } from "./recorded-case.ts";

/** What a target did with one case. */
export interface Observed {
  startStatus?: number;
  startBody?: unknown;
  answers: { status: number; body: unknown }[];
  httpStatus: number;
  status: Record<string, unknown>;
  history: readonly Record<string, unknown>[];
  activityRuns: Record<string, number>;
  episodes: number;
}

const stuckAfterMs = 4000;
const giveUpAfterMs = 25_000;

/** The instance of a case: its recorded id where the id matters, else one of this run. */
export function caseId({ idPrefix }: ConformanceTarget, given: RecordedCase): string {
  return given.instanceId ?? `case-${idPrefix}${given.case}`;
}

/** Starts a case, sends its actions at their times, and looks at the end. */
export async function runCase(target: ConformanceTarget, given: RecordedCase): Promise<Observed> {
  const id = caseId(target, given);
  const answers: Observed["answers"] = [];
  const started = given.orchestration ? await start(target, given, id) : undefined;
  const since = Date.now();
  for (const action of given.actions ?? []) {
    await sleep(Math.max(0, since + action.at - Date.now()));
    answers.push(await act(target, id, action));
  }
  const last = await watchEnd(target, id, given.expected["status"]);
  return {
    ...(started && { startStatus: started.status, startBody: started.body }),
    answers,
    httpStatus: last.status,
    status: (last.body ?? {}) as Record<string, unknown>,
    history: (await target.probe?.history(id)) ?? [],
    activityRuns: target.probe?.activityRuns(id) ?? {},
    episodes: target.probe?.episodes(id) ?? 0,
  };
}

async function start(target: ConformanceTarget, given: RecordedCase, id: string) {
  const body = given.rawInput ?? JSON.stringify(given.input);
  const path = `orchestrators/${given.orchestration}/${encodeURIComponent(id).replaceAll("%2B", "+")}`;
  return await send(target, "POST", path, { body, type: "application/json" });
}

async function act(target: ConformanceTarget, ownId: string, action: RecordedAction) {
  const id = encodeURIComponent(`${ownId}${action.id ?? ""}`);
  const json = { type: "application/json" };
  switch (action.do) {
    case "status":
      return await send(target, "GET", `instances/${id}`);
    case "purge":
      return await send(target, "DELETE", `instances/${id}`);
    case "restart":
      return await send(target, "POST", `instances/${id}/restart`);
    case "start": {
      const body = JSON.stringify(action.input);
      return await send(target, "POST", `orchestrators/${action.orchestration}/${id}`, {
        body,
        ...json,
      });
    }
    case "raise": {
      const body = action.raw ?? JSON.stringify(action.data);
      const type = action.type === undefined ? json.type : action.type;
      return await send(target, "POST", `instances/${id}/raiseEvent/${action.name}`, {
        body,
        type,
      });
    }
    default: {
      const reason =
        action.reason === undefined ? "" : `?reason=${encodeURIComponent(action.reason)}`;
      return await send(target, "POST", `instances/${id}/${action.do}${reason}`);
    }
  }
}

async function watchEnd(target: ConformanceTarget, id: string, expected: unknown) {
  const path = `instances/${encodeURIComponent(id).replaceAll("%2B", "+")}`;
  if (expected === "Running") await sleep(stuckAfterMs);
  const deadline = Date.now() + giveUpAfterMs;
  for (;;) {
    const seen = await send(target, "GET", path);
    if (expected === "Running" || seen.status !== 202 || Date.now() > deadline) return seen;
    await sleep(50);
  }
}

/** One request to the management API; the body is parsed where it is JSON. */
export async function send(
  target: ConformanceTarget,
  method: string,
  path: string,
  content?: { body: string; type: string | null },
): Promise<{ status: number; body: unknown; headers: Headers; text: string }> {
  const code =
    target.code === undefined ? "" : `${path.includes("?") ? "&" : "?"}code=${target.code}`;
  const response = await fetch(`${target.durableUrl}/${path}${code}`, {
    method,
    // Bytes, because fetch would give a text a content type of its own.
    ...(content && { body: Buffer.from(content.body) }),
    ...(content?.type && { headers: { "content-type": content.type } }),
  });
  const text = await response.text();
  let body: unknown = text === "" ? undefined : text;
  try {
    body = JSON.parse(text);
  } catch {
    // Some answers are plain texts.
  }
  return { status: response.status, body, headers: response.headers, text };
}
