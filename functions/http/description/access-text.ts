import type { Access } from "../../../shared/identity/access.ts";

const inWords = new Intl.ListFormat("en-GB");
const plural = (role: string): string => `${role}s`;

/** Who may call, for people. */
export function accessText(access: Access): string {
  if (access.to === "anyone") return "Anyone may call this; no token is needed.";
  if (access.to === "signed-in") return "Anyone with a valid token may call this.";
  const members = inWords.format(access.publisher.map(plural));
  const callers = [...(members ? [`${members} of the publisher`] : []), ...access.app.map(plural)];
  return `May be called by ${inWords.format(callers)}.`;
}
