import { z } from "zod";

/** Versions of each type, as a source lists them. */
export type ListedVersions = ReadonlyMap<string, readonly string[]>;

/** The index of the public type definitions: one key for each type and version. */
const Index = z.object({ resources: z.record(z.string(), z.unknown()) });
const Provider = z.object({
  namespace: z.string(),
  resourceTypes: z.array(z.object({ resourceType: z.string(), apiVersions: z.array(z.string()) })),
});
/** What the command line prints, and what the service itself answers. */
const Providers = z.union([
  z.array(Provider),
  z.object({ value: z.array(Provider), nextLink: z.string().nullish() }),
]);

/** Reads either kind of source. */
export function listedVersions(source: unknown): ListedVersions {
  const index = Index.safeParse(source);
  const pairs = index.success
    ? Object.keys(index.data.resources).map(pairOfKey)
    : providersOf(source).flatMap(pairsOfProvider);
  const versions = new Map<string, string[]>();
  for (const [type, version] of pairs) {
    const known = versions.get(type);
    if (known === undefined) versions.set(type, [version]);
    else known.push(version);
  }
  if (versions.size === 0) throw new Error("the source lists no resource type at all");
  return versions;
}

function providersOf(source: unknown): z.infer<typeof Provider>[] {
  const providers = Providers.safeParse(source);
  if (!providers.success) {
    throw new Error(
      "the source is neither the index.json of bicep-types-az nor a listing of resource providers (az provider list)",
    );
  }
  if (Array.isArray(providers.data)) return providers.data;
  if (providers.data.nextLink != null) {
    throw new Error("the listing is one page of several: fetch all pages into one list first");
  }
  return providers.data.value;
}

function pairsOfProvider({ namespace, resourceTypes }: z.infer<typeof Provider>) {
  return resourceTypes.flatMap(({ resourceType, apiVersions }) =>
    apiVersions.map((version): [string, string] => [`${namespace}/${resourceType}`, version]),
  );
}

function pairOfKey(key: string): [string, string] {
  const at = key.lastIndexOf("@");
  if (at <= 0) throw new Error(`the index names "${key}", where a type@version belongs`);
  return [key.slice(0, at), key.slice(at + 1)];
}
