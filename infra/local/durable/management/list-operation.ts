import type { AskedStatus, InstanceFilter } from "../store/instance-store.ts";
import { type DurableResponse, json } from "./durable-request.ts";
import type { ManagementContext } from "./management-context.ts";
import { statusView } from "./answers/status-view.ts";

const defaultTop = 100;
const statuses: readonly AskedStatus[] = [
  "Pending",
  "Running",
  "Suspended",
  "Completed",
  "Failed",
  "Terminated",
  "ContinuedAsNew",
  "Canceled",
];

/** GET instances */
export async function listOperation(context: ManagementContext): Promise<DurableResponse> {
  const { engine, request } = context;
  const top = readTop(request.query.get("top"));
  const continuation = request.headers["x-ms-continuation-token"];
  const page = await engine.settings.store.list(readFilter(request.query), {
    top,
    ...(continuation && { continuation }),
  });
  const showInput = request.query.get("showInput")?.toLowerCase() !== "false";
  return json(
    200,
    page.records.map((record) => statusView(record, showInput)),
    { "x-ms-continuation-token": page.continuation ?? "" },
  );
}

function readTop(text: string | null): number {
  const top = /^\s*\d+\s*$/.test(text ?? "") ? Number(text) : 0;
  return top > 0 ? top : defaultTop;
}

/** Reads the filter of a query; what cannot be read is ignored, as on Azure: case matters. */
export function readFilter(query: URLSearchParams): InstanceFilter {
  const wanted = query.getAll("runtimeStatus").flatMap((names) => names.split(","));
  const named = new Set(wanted.map((name) => name.trim()));
  const prefix = query.get("instanceIdPrefix");
  const createdFrom = readTime(query.get("createdTimeFrom"));
  const createdTo = readTime(query.get("createdTimeTo"));
  return {
    statuses: statuses.filter((status) => named.has(status)),
    ...(prefix !== null && { idPrefix: prefix }),
    ...(createdFrom !== undefined && { createdFrom }),
    ...(createdTo !== undefined && { createdTo }),
  };
}

function readTime(text: string | null): string | undefined {
  const time = Date.parse(text ?? "");
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
