/** What tokens can be asked for: the API under its own name and under the one that old clients ask for, and one that it does not accept. */
export const apiAudiences = ["https://cloudpartner.azure.com", "api://offerpress"] as const;
const resources: readonly string[] = [...apiAudiences, "https://graph.microsoft.com"];

const openIdScopes = new Set(["openid", "profile", "email", "offline_access"]);

/** The resource as it was asked for, with or without a slash at its end; undefined when nobody knows it. */
export const knownResource = (asked: string): string | undefined =>
  resources.includes(asked.replace(/\/$/, "")) ? asked.replace(/\/$/, "") : undefined;

/** The resource that a v2 scope names, as in `api://offerpress/.default`; the API's own when it names none. */
export function resourceOfScope(scope: string): string | undefined {
  const named = scope.split(" ").filter((part) => part !== "" && !openIdScopes.has(part));
  const [first] = named;
  if (first === undefined) return apiAudiences[1];
  return knownResource(first.slice(0, first.lastIndexOf("/")));
}

/** Client credentials can only ask for everything that was granted. */
export const isDefaultScope = (scope: string): boolean => /^\S+\/\.default$/.test(scope);
