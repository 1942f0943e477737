import type { Refusal } from "../publishing/refusal.ts";
import { isSamePerson, type Member, type PublisherRole, publisherRoles } from "./member.ts";
import type { AppRole, Principal } from "./principal.ts";

/** Who may call a route. Roles of a publisher count for the publisher that the address names, and no other. */
export type Access =
  | { readonly to: "anyone" }
  | { readonly to: "signed-in" }
  | {
      readonly to: "roles";
      readonly publisher: readonly PublisherRole[];
      readonly app: readonly AppRole[];
    };

/** The few kinds of route there are. */
export const access = {
  /** The catalogue and the description of the API. */
  anyone: { to: "anyone" },
  signedIn: { to: "signed-in" },
  /** Looking at a publisher's things. */
  readers: { to: "roles", publisher: publisherRoles, app: ["reviewer", "operator"] },
  /** Changing and publishing a publisher's offers. */
  members: { to: "roles", publisher: publisherRoles, app: [] },
  /** Getting a stuck or unwanted submission out of the way. */
  membersAndOperators: { to: "roles", publisher: publisherRoles, app: ["operator"] },
  /** Granting and withdrawing access to a publisher. */
  owners: { to: "roles", publisher: ["owner"], app: ["operator"] },
  /** The reviewers' side. */
  staff: { to: "roles", publisher: [], app: ["reviewer", "operator"] },
  operators: { to: "roles", publisher: [], app: ["operator"] },
} as const satisfies Record<string, Access>;

/** Why this principal may not pass; `member` is its entry at the publisher that the address names. */
export function accessRefusal(
  wanted: Access,
  principal: Principal,
  member: Member | undefined,
): Refusal | undefined {
  if (wanted.to !== "roles") return undefined;
  if (wanted.app.some((role) => principal.roles.includes(role))) return undefined;
  const role = member && isSamePerson(member, principal) ? member.role : undefined;
  if (role && wanted.publisher.includes(role)) return undefined;
  return { kind: "not-authorised", code: "NotAuthorised", message: reasonFor(wanted, role) };
}

function reasonFor(
  { publisher, app }: Extract<Access, { to: "roles" }>,
  role: PublisherRole | undefined,
): string {
  const roles = [...publisher.map((name) => `${name} of this publisher`), ...app];
  const needed = `This needs the role ${roles.join(" or ")}`;
  if (role) return `${needed}; you are ${role}. Ask an owner of the publisher.`;
  if (publisher.length === 0) return `${needed}. Ask an operator of this marketplace.`;
  return `${needed}. Ask an owner of the publisher to add you under its users; for a service principal, by its own object id and not by that of its app registration. Check the publisher's id in the address, too.`;
}
