import { report, type Site } from "../reading/site.ts";
import type { ArmValue } from "../values/arm-value.ts";
import type { ArmText } from "../evaluate/environment.ts";
import { isArray } from "../values/value-types.ts";
import { plainText } from "../values/plain.ts";
import { Symbolic } from "../values/symbolic.ts";
import type { DeclaredResource } from "./declared-resource.ts";
import type { Deployment } from "./deployment.ts";

/** Resolves what each resource waits for to the ids of resources of the same template. */
export function resolveDependencies(deployment: Deployment): void {
  const { declared, site } = deployment;
  const index = indexOf(declared);
  const isSure = declared.every(({ id }) => typeof id === "string") && !deployment.tally.isFull;
  for (const one of declared) {
    if (one.resource === undefined || !isArray(one.dependsOn)) continue;
    const found = one.dependsOn.flatMap((entry) => {
      const known = foundIn(index, entry, site);
      if (known !== undefined) return known;
      if (typeof entry !== "string") return entry instanceof Symbolic ? [plainText(entry)] : [];
      if (isSure) reportMissing(one, entry, deployment);
      return isSure ? [] : [entry];
    });
    const ids = new Set(found);
    ids.delete(one.resource.id);
    one.resource.dependsOn = [...ids];
  }
}

type Index = ReadonlyMap<string, DeclaredResource[]>;

/** The ids an entry stands for; none for what is declared but not deployed. */
function foundIn(index: Index, entry: ArmValue, { run }: Site): string[] | undefined {
  if (typeof entry !== "string" && !(entry instanceof Symbolic)) return undefined;
  const known = index.get(keyOf(entry));
  run.work.spend(1 + (known?.length ?? 0));
  return known?.flatMap(({ resource }) => resource?.id ?? []);
}

/** Resources by everything they may be called: id, `type/name`, name, copy and symbolic name. */
function indexOf(declared: readonly DeclaredResource[]): Index {
  const index = new Map<string, DeclaredResource[]>();
  for (const one of declared) {
    const keys = new Set([
      keyOf(one.id),
      keyOf(one.name),
      `${one.type}/${typeof one.name === "string" ? one.name : one.name.text}`.toLowerCase(),
      ...[one.copyName, one.symbolicName].flatMap((name) =>
        name === undefined ? [] : [keyOf(name)],
      ),
    ]);
    for (const key of keys) {
      const same = index.get(key);
      if (same === undefined) index.set(key, [one]);
      else same.push(one);
    }
  }
  return index;
}

const prefix =
  /^(concat\(')?(?:(?:\/subscriptions\/[^/]*(?:\/resourcegroups\/[^/]*)?|\/providers\/microsoft\.management\/managementgroups\/[^/]*)?\/providers\/)?/;

/** An id without the place it is in: templates often name that of their parent. */
function keyOf(text: ArmText): string {
  const whole = (typeof text === "string" ? text : text.text).toLowerCase();
  return whole.replace(prefix, "");
}

function reportMissing(declared: DeclaredResource, entry: string, { site }: Deployment): void {
  const node = declared.dependsOnNode ?? declared.node;
  const message = `The resource waits for "${entry.slice(0, 200)}", which the template does not declare: correct the name, or remove it.`;
  report(site, node, "dependency-missing", message);
}
