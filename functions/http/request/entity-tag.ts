import type { HttpRequest } from "@azure/functions";

/** Clients send ETags with and without quotes and weakness marks. */
const bare = (etag: string): string => etag.trim().replace(/^W\//, "").replace(/^"|"$/g, "");

/** Whether a condition header's value names this ETag. */
export const names = (condition: string, etag: string): boolean =>
  condition.split(",").map(bare).includes(bare(etag));

/** Whether the client says that it has this already. */
export function isKnown(request: HttpRequest, etag: string): boolean {
  const condition = request.headers.get("if-none-match");
  return condition !== null && (condition.trim() === "*" || names(condition, etag));
}
