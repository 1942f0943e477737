import { createHash } from "node:crypto";

/** Somebody who can get tokens from the local issuer. */
export interface Subject {
  readonly objectId: string;
  /** For people to read, and for the sign-in page. */
  readonly name: string;
  /** Names it in commands, and in `login_hint`. */
  readonly account: string;
  readonly roles: readonly ("Reviewer" | "Operator")[];
  /** The publisher it is a member of, once the app was told so. */
  readonly member?: { readonly publisherId: string; readonly role: "owner" | "contributor" };
}

/** A service principal: what a publisher's pipeline signs in as. */
export interface ServicePrincipal extends Subject {
  readonly clientId: string;
  readonly clientSecret: string;
}

export const tenantId = "c0ffee00-0000-4000-8000-000000000001";
export const tenantDomain = "offerpress.example";

/** The app registration that people sign in to: public clients, such as a portal or a command line. */
export const publicClientId = "c0ffee00-0000-4000-8000-0000000000aa";

/** The same name always has the same id, on every machine. */
function stableId(name: string): string {
  const hash = createHash("sha256").update(`offerpress.example/${name}`).digest("hex");
  const variant = ((parseInt(hash.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `5${hash.slice(13, 16)}`,
    `${variant}${hash.slice(18, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A person with that role at a publisher, whichever publisher it is. */
export function publisherUser(publisherId: string, role: "owner" | "contributor"): Subject {
  const account = `${publisherId}-${role}`;
  return {
    objectId: stableId(account),
    name: `${capital(publisherId)} ${role}`,
    account,
    roles: [],
    member: { publisherId, role },
  };
}

const staff = (account: string, name: string, roles: Subject["roles"]): Subject => ({
  objectId: stableId(account),
  name,
  account,
  roles,
});

const reviewer = staff("reviewer", "Reviewer", ["Reviewer"]);
const operator = staff("operator", "Operator", ["Operator"]);
const nobody = staff("nobody", "Nobody (no role)", []);

export const samplePublishers = ["contoso", "fabrikam"] as const;

const sampleMembers = samplePublishers.flatMap((publisherId) => [
  publisherUser(publisherId, "owner"),
  publisherUser(publisherId, "contributor"),
]);

/** The people on the sign-in page. */
export const sampleUsers: readonly Subject[] = [...sampleMembers, reviewer, operator, nobody];

const application = (
  account: string,
  clientId: string,
  rest: Pick<Subject, "roles" | "member">,
): ServicePrincipal => ({
  objectId: stableId(account),
  name: account,
  account,
  clientId,
  clientSecret: `${account}-local-secret`,
  ...rest,
});

const pipelineOf = (publisherId: string, clientId: string): ServicePrincipal =>
  application(`${publisherId}-pipeline`, clientId, {
    roles: [],
    member: { publisherId, role: "owner" },
  });

/** Their secrets are no secrets: they open nothing but the sample on this machine. */
export const servicePrincipals: readonly ServicePrincipal[] = [
  pipelineOf("contoso", "c0ffee00-0000-4000-8000-00000000c001"),
  pipelineOf("fabrikam", "c0ffee00-0000-4000-8000-00000000fab1"),
  application("reviewer-system", "c0ffee00-0000-4000-8000-0000000000e1", { roles: ["Reviewer"] }),
  application("operator-tool", "c0ffee00-0000-4000-8000-0000000000f1", { roles: ["Operator"] }),
];
