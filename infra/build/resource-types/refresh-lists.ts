import type { ListedVersions } from "./listed-versions.ts";

/** What is kept of the resource types: versions newest first, with blanks between. */
export interface ResourceTypeLists {
  asOf: string;
  sources: Record<string, string>;
  types: Record<string, string>;
  retired: Record<string, string>;
}

/** The versions of one type while lists are put together. */
interface Entry {
  name: string;
  current: Set<string>;
  retired: Set<string>;
}

/**
 * New lists from the old ones and what a source lists now. A version that dropped out is kept as
 * retired, as a rule would otherwise take it for one too new to be known.
 */
export function refreshLists(
  old: ResourceTypeLists,
  listed: ListedVersions,
  made: { asOf: string; from: string },
): ResourceTypeLists {
  const entries = new Map<string, Entry>();
  for (const [name, versions] of listed) {
    for (const version of versions) entryOf(entries, name).current.add(version.toLowerCase());
  }
  for (const [name, versions] of [...Object.entries(old.types), ...Object.entries(old.retired)]) {
    const entry = entryOf(entries, name);
    const gone = versions.split(" ").filter((it) => !entry.current.has(it.toLowerCase()));
    for (const version of gone) entry.retired.add(version);
  }
  return {
    asOf: made.asOf,
    // The older sources are those of the retired versions.
    sources: { ...old.sources, [made.from]: made.asOf },
    types: written(entries, "current"),
    retired: written(entries, "retired"),
  };
}

/** Sources spell the same type in different letter cases; the first spelling is kept. */
function entryOf(entries: Map<string, Entry>, name: string): Entry {
  const key = name.toLowerCase();
  const entry = entries.get(key) ?? { name, current: new Set(), retired: new Set() };
  entries.set(key, entry);
  return entry;
}

function written(
  entries: ReadonlyMap<string, Entry>,
  list: "current" | "retired",
): Record<string, string> {
  return Object.fromEntries(
    [...entries]
      .filter(([, entry]) => entry[list].size > 0)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, entry]) => [entry.name, newestFirst(entry[list])]),
  );
}

/** By day; on the same day the stable version comes before others. */
function newestFirst(versions: ReadonlySet<string>): string {
  const key = (version: string) => (version.length > 10 ? version : `${version}~`);
  return [...versions].sort((one, other) => (key(one) < key(other) ? 1 : -1)).join(" ");
}
