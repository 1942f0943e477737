/** What a token says a caller may do everywhere; what they may do for a publisher is data of ours. */
export const appRoles = ["reviewer", "operator"] as const;
export type AppRole = (typeof appRoles)[number];

/** Who calls. A token's claims, already verified. */
export interface Principal {
  /** The object id: of the user, or of the service principal (not of its app registration). */
  readonly objectId: string;
  readonly tenantId: string;
  readonly kind: "user" | "service-principal" | "anonymous";
  /** For people to read; nothing is decided by it. */
  readonly name: string;
  readonly roles: readonly AppRole[];
}

/** Whoever calls an address that is open to anyone. */
export const anonymous: Principal = {
  objectId: "anonymous",
  tenantId: "",
  kind: "anonymous",
  name: "anonymous",
  roles: [],
};
