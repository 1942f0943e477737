import type { Access } from "../../../shared/identity/access.ts";

/** Who may call, for people. */
export function accessText(access: Access): string {
  if (access.to === "anyone") return "Anyone may call this; no token is needed.";
  if (access.to === "signed-in") return "Anyone with a valid token may call this.";
  const callers = [...access.publisher.map((role) => `${role} of the publisher`), ...access.app];
  return `May be called by: ${callers.join(", ")}.`;
}
