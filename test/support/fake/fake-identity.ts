import { isSamePerson, type Member } from "../../../shared/identity/member.ts";
import type { Principal } from "../../../shared/identity/principal.ts";
import type { Publisher } from "../../../shared/identity/publisher.ts";
import type { Members, Publishers, Tokens } from "../../../shared/ports/callers.ts";

const tenantId = "0f0f0f0f-0000-4000-8000-000000000000";
const guid = (n: number) => `0f0f0f0f-0000-4000-8000-${String(n).padStart(12, "0")}`;

const principal = (n: number, name: string, roles: Principal["roles"] = []): Principal => ({
  objectId: guid(n),
  tenantId,
  kind: "user",
  name,
  roles,
});

/** Callers by the token that they send. */
export const callers = {
  "contoso-owner": principal(1, "contoso-owner"),
  "contoso-contributor": principal(2, "contoso-contributor"),
  "fabrikam-owner": principal(3, "fabrikam-owner"),
  reviewer: principal(4, "reviewer", ["reviewer"]),
  operator: principal(5, "operator", ["operator"]),
  nobody: principal(6, "nobody"),
} as const;
export type CallerName = keyof typeof callers;

/** Knows the callers above by their names. */
export const fakeTokens = (): Tokens => ({
  check: async (token) =>
    Object.hasOwn(callers, token)
      ? { ok: true, principal: callers[token as CallerName] }
      : { ok: false, why: "invalid", reason: "The token has expired." },
});

const memberOf = (name: CallerName, publisherId: string, role: Member["role"]): Member => ({
  publisherId,
  ...callers[name],
  kind: "user",
  role,
  addedAt: "2030-01-01T00:00:00.000Z",
  addedBy: guid(5),
});

/** Contoso has an owner and a contributor, Fabrikam an owner. */
export function fakeMembers(): Members {
  const members = new Map<string, Member>();
  const keyOf = ({ publisherId, objectId }: Pick<Member, "publisherId" | "objectId">) =>
    `${publisherId}/${objectId.toLowerCase()}`;
  const put = async (member: Member) => void members.set(keyOf(member), structuredClone(member));
  void put(memberOf("contoso-owner", "contoso", "owner"));
  void put(memberOf("contoso-contributor", "contoso", "contributor"));
  void put(memberOf("fabrikam-owner", "fabrikam", "owner"));
  return {
    put,
    read: async (publisherId, objectId) =>
      structuredClone(members.get(keyOf({ publisherId, objectId }))),
    list: async (publisherId) =>
      structuredClone([...members.values()].filter((one) => one.publisherId === publisherId)),
    of: async (caller) =>
      structuredClone([...members.values()].filter((one) => isSamePerson(one, caller))),
    remove: async (member) => void members.delete(keyOf(member)),
  };
}

export function fakePublishers(): Publishers {
  const publishers = new Map<string, Publisher>();
  const put = async (publisher: Publisher) =>
    void publishers.set(publisher.publisherId, structuredClone(publisher));
  const at = "2030-01-01T00:00:00.000Z";
  const compatibility = { terminalStatus: "succeeded", hideCanceledOperations: false } as const;
  for (const publisherId of ["contoso", "fabrikam"])
    void put({
      publisherId,
      displayText: publisherId,
      sellerId: "",
      compatibility,
      createdAt: at,
      changedAt: at,
    });
  return {
    put,
    read: async (publisherId) => structuredClone(publishers.get(publisherId)),
    list: async () => structuredClone([...publishers.values()]),
  };
}
