import { type Access, accessRefusal } from "../../../shared/identity/access.ts";
import type { Principal } from "../../../shared/identity/principal.ts";
import type { Members } from "../../../shared/ports/callers.ts";
import type { Refusal } from "../../../shared/publishing/refusal.ts";

/** Why the caller may not do this to the publisher that the address names. */
export async function admit(
  members: Members,
  access: Access,
  caller: Principal,
  publisherId: string | undefined,
): Promise<Refusal | undefined> {
  if (access.to !== "roles") return undefined;
  // Decided by the token alone: no need to look anything up.
  if (accessRefusal(access, caller, undefined) === undefined) return undefined;
  const member =
    publisherId === undefined || access.publisher.length === 0
      ? undefined
      : await members.read(publisherId, caller.objectId);
  return accessRefusal(access, caller, member);
}
