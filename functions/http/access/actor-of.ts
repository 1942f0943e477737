import type { Principal } from "../../../shared/identity/principal.ts";
import type { Actor } from "../../../shared/publishing/history/history-entry.ts";

/** The caller as the history names it. Only the pipeline acts without a token. */
export const actorOf = ({ kind, objectId, name }: Principal): Actor =>
  kind === "anonymous"
    ? { kind: "user", id: "anonymous", name: "anonymous" }
    : { kind, id: objectId, name };
