import type { CertificationFacts } from "../../../facts/certification-facts.ts";

/** What was found for the types of one certification: most resources share few types. */
const found = new WeakMap<CertificationFacts, Map<string, readonly string[]>>();

/**
 * The versions of a type, newest first; those of the longest known type before it when it has none
 * of its own. As text, a preview comes before the stable version of its day.
 */
export function knownVersions(facts: CertificationFacts, type: string): readonly string[] {
  const known = found.get(facts) ?? new Map<string, readonly string[]>();
  found.set(facts, known);
  const versions = known.get(type) ?? findVersions(facts, type);
  known.set(type, versions);
  return versions;
}

function findVersions(facts: CertificationFacts, type: string): readonly string[] {
  const segments = type.split("/");
  for (let count = segments.length; count > 1; count -= 1) {
    const versions = versionsOf(facts, segments.slice(0, count).join("/"));
    if (versions.length > 0) return versions;
  }
  return [];
}

function versionsOf({ asOf, resourceTypes }: CertificationFacts, type: string): string[] {
  const all = [...resourceTypes.current(type), ...resourceTypes.retired(type)];
  // As of a day before the lists were made, later versions did not exist yet.
  const existing =
    asOf < resourceTypes.asOf ? all.filter((version) => version.slice(0, 10) <= asOf) : all;
  return [...new Set(existing.map((version) => version.toLowerCase()))].sort().reverse();
}
