import { type InstanceRecord, isTerminal } from "../store/instance-record.ts";
import { startedResponse } from "./answers/management-urls.ts";
import { parsedText, statusView } from "./answers/status-view.ts";
import { type DurableResponse, json } from "./durable-request.ts";
import type { ManagementContext } from "./management-context.ts";

/** Answers a start; with `timeout` and `pollingInterval` it waits for the end first. */
export async function answerStart(
  context: ManagementContext,
  instanceId: string,
): Promise<DurableResponse> {
  const { request, hubName } = context;
  const started = startedResponse(request, hubName, instanceId);
  const timeout = seconds(request.query.get("timeout"));
  const interval = seconds(request.query.get("pollingInterval"));
  if (timeout === undefined || interval === undefined) return started;
  if (interval > timeout) {
    return json(400, {
      Message: "One or more of the arguments submitted is incorrect",
      ExceptionMessage: `Total timeout ${timeout} should be bigger than retry timeout ${interval}`,
      ExceptionType: "System.ArgumentException",
      StackTrace: "",
    });
  }
  const record = await waitForEnd(context, instanceId, {
    timeoutMs: timeout * 1000,
    intervalMs: interval * 1000,
  });
  if (!record) return started;
  return record.status === "Completed"
    ? json(200, parsedText(record.output))
    : json(200, statusView(record, true));
}

function seconds(text: string | null): number | undefined {
  const number = text === null || text.trim() === "" ? Number.NaN : Number(text);
  return Number.isNaN(number) ? undefined : number;
}

async function waitForEnd(
  { engine }: ManagementContext,
  instanceId: string,
  { timeoutMs, intervalMs }: { timeoutMs: number; intervalMs: number },
): Promise<InstanceRecord | undefined> {
  const { clock } = engine.settings;
  const deadline = clock.now().getTime() + timeoutMs;
  for (;;) {
    const record = await engine.record(instanceId);
    if (record && isTerminal(record.status)) return record;
    const now = clock.now().getTime();
    if (now >= deadline) return undefined;
    await new Promise<void>((resolve) => {
      clock.at(new Date(Math.min(deadline, now + intervalMs)), resolve);
    });
  }
}
