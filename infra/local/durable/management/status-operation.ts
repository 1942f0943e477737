import { isTerminal } from "../store/instance-record.ts";
import { type DurableResponse, empty, json } from "./durable-request.ts";
import { historyView } from "./answers/history-view.ts";
import type { ManagementContext } from "./management-context.ts";
import { askedUrl } from "./answers/management-urls.ts";
import { statusView } from "./answers/status-view.ts";

/** GET instances/{id} */
export async function statusOperation(
  context: ManagementContext,
  instanceId: string,
): Promise<DurableResponse> {
  const { engine, request, hubName } = context;
  const record = await engine.record(instanceId);
  if (!record) return empty(404);
  const asks = (name: string) => request.query.get(name)?.toLowerCase() === "true";
  const showInput = request.query.get("showInput")?.toLowerCase() !== "false";
  const view = statusView(record, showInput);
  if (asks("showHistory") && record.status !== "Pending") {
    const history = await engine.history(instanceId);
    const showOutput = asks("showHistoryOutput");
    view["historyEvents"] = historyView(history, { showOutput, showInput });
  }
  if (!isTerminal(record.status)) {
    const location = askedUrl(request, hubName, instanceId);
    return json(202, view, { location, "retry-after": "5" });
  }
  const isError = record.status === "Failed" && asks("returnInternalServerErrorOnFailure");
  return json(isError ? 500 : 200, view);
}
