import type { ArmType } from "../../values/arm-type.ts";
import { ArmObject, type ArmValue } from "../../values/arm-value.ts";
import { expressionText } from "../../values/plain.ts";
import { Symbolic, type Cause } from "../../values/symbolic.ts";
import { symbolic, type FunctionTable, type TemplateFunction } from "../template-function.ts";

/** Functions whose answer only Azure has. */
export const runtime: FunctionTable = {
  reference: asked("reference", [1, 3], "any", "runtime"),
  references: asked("references", [1, 3], "array", "runtime"),
  providers: asked("providers", [1, 2], "any", "start"),
  pickzones: asked("pickZones", [3, 5], "array", "start"),
  tologicalzone: asked("toLogicalZone", 3, "string", "start"),
  tologicalzones: asked("toLogicalZones", 3, "array", "start"),
  tophysicalzone: asked("toPhysicalZone", 3, "string", "start"),
  tophysicalzones: asked("toPhysicalZones", 3, "array", "start"),
  externalinput: asked("externalInput", [1, 2], "any", "start"),
  resourceinfo: symbolic(1, "object", (args, { frame, work }) => {
    const [name = null] = args;
    const id = typeof name === "string" ? frame.resourceId(name) : undefined;
    const text = `resourceInfo(${expressionText(name, work)})`;
    if (id === undefined) return new Symbolic("object", "start", text);
    return ArmObject.of([
      ["id", id],
      ["name", nameOf(id) ?? new Symbolic("string", "start", `${text}.name`)],
      ["type", new Symbolic("string", "start", `${text}.type`)],
    ]);
  }),
};

/** `listKeys`, `listAccountSas` and the like: every type has its own. */
export function listFunction(name: string): TemplateFunction | undefined {
  return /^list\w/i.test(name) ? asked(name, [1, 3], "any", "runtime") : undefined;
}

function asked(
  name: string,
  arity: number | readonly [number, number],
  type: ArmType,
  cause: Cause,
): TemplateFunction {
  return symbolic(arity, type, (args: readonly ArmValue[], { work }) => {
    const texts = args.map((arg) => expressionText(arg, work));
    return new Symbolic(type, cause, `${name}(${texts.join(", ")})`);
  });
}

function nameOf(id: string | Symbolic): string | undefined {
  return typeof id === "string" ? id.slice(id.lastIndexOf("/") + 1) : undefined;
}
