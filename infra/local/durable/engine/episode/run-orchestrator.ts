import type { RegisteredFunction } from "../../../functions-host/worker/function-app.ts";
import type { Action } from "../../replay/action.ts";
import type { OrchestratorAnswer } from "../../replay/orchestrator-answer.ts";
import type { DurableApp } from "../engine-settings.ts";
import { orchestratorFailure, textlessFailure, thrownText } from "../activity/failures.ts";
import { jsonOf } from "../activity/typed-value.ts";

interface SdkAnswer {
  isDone?: boolean;
  actions?: Action[][];
  output?: unknown;
  customStatus?: unknown;
  error?: string;
}

const marker = "$OutOfProcData$:";
const customStatusLimitKb = 16;

/** Runs an orchestrator function once and reads what it came to. */
export async function runOrchestrator(
  app: DurableApp,
  target: RegisteredFunction,
  name: string,
  payload: string,
): Promise<OrchestratorAnswer> {
  try {
    const { returnValue } = await app.invoke(target.name, {
      inputData: [{ name: target.trigger.name, data: { string: payload } }],
    });
    const answer = JSON.parse(jsonOf(returnValue) ?? "{}") as SdkAnswer;
    return readAnswer(name, answer);
  } catch (thrown) {
    return readThrown(name, thrown);
  }
}

function readThrown(name: string, thrown: unknown): OrchestratorAnswer {
  const text = thrownText(thrown);
  const position = text.lastIndexOf(marker);
  // Thrown by the SDK itself, outside the orchestrator: its actions are unknown.
  if (position < 0) return failsAtOnce(name, text);
  const answer = JSON.parse(text.slice(position + marker.length)) as SdkAnswer;
  const read = readAnswer(name, { ...answer, isDone: false });
  if (read.failsAtOnce) return read;
  if (answer.error) return { ...read, failure: orchestratorFailure(name, answer.error) };
  return { ...read, failure: textlessFailure(name, thrown), isTextLost: true };
}

function readAnswer(name: string, answer: SdkAnswer): OrchestratorAnswer {
  const customStatus = jsonText(answer.customStatus);
  const sizeKb = Math.floor(((customStatus?.length ?? 0) * 2) / 1024);
  if (sizeKb > customStatusLimitKb) {
    const limit = `must not exceed ${customStatusLimitKb} KB.`;
    return failsAtOnce(
      name,
      `The UTF-16 size of the JSON-serialized payload ${limit} The current payload size is ${sizeKb} KB.`,
    );
  }
  return {
    actions: (answer.actions ?? []).flat(),
    isDone: answer.isDone === true,
    output: jsonText(answer.output),
    customStatus,
  };
}

/** A failure that leaves no action of the run standing. */
export function failsAtOnce(name: string, text: string): OrchestratorAnswer {
  return {
    actions: [],
    isDone: false,
    output: null,
    customStatus: null,
    failure: orchestratorFailure(name, text),
    failsAtOnce: true,
  };
}

function jsonText(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}
