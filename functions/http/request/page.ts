import type { HttpRequest } from "@azure/functions";
import type { Refusal } from "../../../shared/publishing/refusal.ts";

/** Where a list goes on: what the page before gave as `next`; undefined begins anew. */
export function pageOf(request: HttpRequest): { readonly token?: string } | Refusal {
  const token = request.query.get("page");
  if (token === null) return {};
  return /^[\w+/=-]{1,1000}$/.test(token) ? { token } : malformedPage;
}

const malformedPage: Refusal = {
  kind: "invalid",
  code: "InvalidRequest",
  message:
    "The page must be the text that the page before gave as next. Leave it out to begin anew.",
  target: "page",
};
