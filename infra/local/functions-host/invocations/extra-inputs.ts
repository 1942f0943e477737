import type { Settings } from "../settings/settings.ts";
import type { Invocation } from "../worker/invocation.ts";
import { isTrigger, type RegisteredFunction } from "../worker/registered-function.ts";
import { type BindingData, fillTokens } from "./binding-data.ts";
import { blobData } from "./blob-data.ts";

export interface InputSources {
  settings: Settings;
  /** JSON text of a durableClient input. */
  durableClient: () => string;
  now: () => Date;
}

/** Fetches every input of a function besides its trigger. */
export async function extraInputs(
  fn: RegisteredFunction,
  data: BindingData,
  sources: InputSources,
): Promise<Invocation["inputData"]> {
  const inputs: Invocation["inputData"] = [];
  for (const binding of Object.values(fn.bindings)) {
    if (binding.direction !== "in" || isTrigger(binding)) continue;
    if (binding.type.toLowerCase() === "blob") {
      const path = fillTokens(
        sources.settings.resolve(String(binding["path"])),
        data,
        sources.now(),
      );
      const blob = await blobData(binding, sources.settings, path);
      inputs.push({ name: binding.name, data: blob ?? {} });
    } else {
      inputs.push({ name: binding.name, data: { string: sources.durableClient() } });
    }
  }
  return inputs;
}
