import snapshot from "./resource-types.json" with { type: "json" };

/** Versions of each type, newest first, with blanks between. */
export type VersionsByType = Readonly<Record<string, string>>;

/** Which API versions Azure's resource types have, as of a day. */
export class ResourceTypes {
  /** The day the lists were made, as YYYY-MM-DD. */
  readonly asOf: string;
  readonly #current: ReadonlyMap<string, string>;
  readonly #retired: ReadonlyMap<string, string>;
  readonly #names: readonly string[];
  #byNamespace: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(lists: { asOf: string; types: VersionsByType; retired: VersionsByType }) {
    this.asOf = lists.asOf;
    this.#current = byLowerName(lists.types);
    this.#retired = byLowerName(lists.retired);
    this.#names = Object.keys(lists.types);
  }

  has(type: string): boolean {
    return this.#current.has(type.toLowerCase());
  }

  /** The types of the namespace that a type says it is in. */
  namesNear(type: string): readonly string[] {
    this.#byNamespace ??= Map.groupBy(this.#names, namespaceOf);
    return this.#byNamespace.get(namespaceOf(type)) ?? [];
  }

  /** The versions a type has now, newest first; none for a type that is not known. */
  current(type: string): readonly string[] {
    return split(this.#current.get(type.toLowerCase()));
  }

  /** The versions it had once. */
  retired(type: string): readonly string[] {
    return split(this.#retired.get(type.toLowerCase()));
  }
}

const namespaceOf = (type: string): string => (type.split("/")[0] ?? "").toLowerCase();

const byLowerName = (lists: VersionsByType): ReadonlyMap<string, string> =>
  new Map(Object.entries(lists).map(([name, versions]) => [name.toLowerCase(), versions]));

const split = (versions: string | undefined): readonly string[] =>
  versions === undefined || versions === "" ? [] : versions.split(" ");

let shipped: ResourceTypes | undefined;

/** The lists that come with this version; read when they are first needed. */
export function shippedResourceTypes(): ResourceTypes {
  shipped ??= new ResourceTypes(snapshot);
  return shipped;
}
