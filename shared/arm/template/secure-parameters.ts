import type { Template } from "./template.ts";

/** The names, in lower case, of the parameters that are kept out of the deployment history. */
export function secureParameters(template: Template): ReadonlySet<string> {
  const secure = template.parameters.filter(({ type = "" }) =>
    /^secure(?:string|object)$/i.test(type),
  );
  return new Set(secure.map(({ name }) => name.toLowerCase()));
}
