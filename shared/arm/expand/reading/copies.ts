import type { JsonNode } from "../../json/json-document.ts";
import { itemsOf, stringOf, valueAt } from "../../json/node.ts";
import { templateLimits } from "../../template/template-limits.ts";
import type { Environment, Loop } from "../evaluate/environment.ts";
import type { ArmValue } from "../values/arm-value.ts";
import { Symbolic } from "../values/symbolic.ts";
import { report, type Site } from "./site.ts";

const mostCopies = templateLimits.copies;

/** An array that is written as one element and how often it is wanted. */
export interface ValueCopy {
  name: string;
  count: JsonNode;
  input: JsonNode;
}

type Read = (node: JsonNode, site: Site) => ArmValue;

/** The arrays that an object's `copy` declares; none where `copy` is an ordinary property. */
export function copiesIn(node: JsonNode): ValueCopy[] {
  return itemsOf(valueAt(node, "copy")).flatMap((item) => {
    const name = stringOf(valueAt(item, "name"));
    const [count, input] = [valueAt(item, "count"), valueAt(item, "input")];
    return name === undefined || !count || !input ? [] : [{ name, count, input }];
  });
}

/** The array that a copy stands for. */
export function unrolled(copy: ValueCopy, site: Site, read: Read): ArmValue {
  const count = readCount(copy.count, site, read);
  const at = (index: Loop["index"]): ArmValue => {
    const loop: Loop = { name: copy.name, index, kind: "value" };
    return read(copy.input, { ...site, environment: inLoop(site.environment, loop) });
  };
  if (typeof count === "number") return Array.from({ length: count }, (_, index) => at(index));
  at(new Symbolic("int", count.cause, `copyIndex('${copy.name}')`));
  return new Symbolic("array", count.cause, `copy('${copy.name}')`);
}

/** How often something is copied; what cannot be a count is reported and counts as none. */
export function readCount(node: JsonNode, site: Site, read: Read): number | Symbolic {
  const count = read(node, site);
  if (count instanceof Symbolic) {
    if (count.cause !== "runtime") return count;
    const message =
      "The count of a copy must be known before the deployment starts: do not use reference() or list functions in it.";
    report(site, node, "copy-count-unknown", message);
    return new Symbolic("int", "error", count.text);
  }
  if (typeof count === "number" && Number.isInteger(count) && count >= 0 && count <= mostCopies) {
    return count;
  }
  const found = typeof count === "number" ? `is ${count}` : "is no number";
  const message = `The count of a copy must be a whole number from 0 to ${mostCopies}, but ${found}.`;
  const isTooHigh = typeof count === "number" && count > mostCopies;
  report(site, node, isTooHigh ? "copy-limit" : "copy-count", message);
  return 0;
}

export function inLoop(environment: Environment, loop: Loop): Environment {
  return { ...environment, loops: [...environment.loops, loop] };
}
