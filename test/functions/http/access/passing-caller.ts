import type { Access } from "../../../../shared/identity/access.ts";
import type { CallerName } from "../../../support/fake/fake-identity.ts";

/** Somebody whom the route lets through. */
export function passingCaller(access: Access): CallerName {
  if (access.to !== "roles" || access.publisher.length > 0) return "contoso-owner";
  return access.app.includes("operator") ? "operator" : "reviewer";
}
