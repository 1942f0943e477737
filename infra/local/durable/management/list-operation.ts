import type { RuntimeStatus } from "../store/instance-record.ts";
import type { InstanceFilter } from "../store/instance-store.ts";
import { type DurableResponse, json } from "./durable-request.ts";
import type { ManagementContext } from "./management-context.ts";
import { statusView } from "./answers/status-view.ts";

const defaultTop = 100;
const statuses: readonly RuntimeStatus[] = [
  "Pending",
  "Running",
  "Suspended",
  "Completed",
  "Failed",
  "Terminated",
];

/** GET instances */
export async function listOperation(context: ManagementContext): Promise<DurableResponse> {
  const { engine, request } = context;
  const top = Number(request.query.get("top") ?? "0");
  const continuation = request.headers["x-ms-continuation-token"];
  const page = await engine.settings.store.list(readFilter(request.query), {
    top: top > 0 ? top : defaultTop,
    ...(continuation && { continuation }),
  });
  const showInput = request.query.get("showInput")?.toLowerCase() !== "false";
  return json(
    200,
    page.records.map((record) => statusView(record, showInput)),
    { "x-ms-continuation-token": page.continuation ?? "" },
  );
}

/** Reads the filter of a query; what cannot be read is ignored, as on Azure. */
export function readFilter(query: URLSearchParams): InstanceFilter {
  const wanted = (query.get("runtimeStatus") ?? "").toLowerCase().split(",");
  const prefix = query.get("instanceIdPrefix");
  const createdFrom = readTime(query.get("createdTimeFrom"));
  const createdTo = readTime(query.get("createdTimeTo"));
  return {
    statuses: statuses.filter((status) => wanted.includes(status.toLowerCase())),
    ...(prefix !== null && { idPrefix: prefix }),
    ...(createdFrom !== undefined && { createdFrom }),
    ...(createdTo !== undefined && { createdTo }),
  };
}

function readTime(text: string | null): string | undefined {
  const time = Date.parse(text ?? "");
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
