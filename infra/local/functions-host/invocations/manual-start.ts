import type { Settings } from "../settings/settings.ts";
import type { Invocation } from "../worker/invocation.ts";
import type { RegisteredFunction } from "../worker/registered-function.ts";
import { blobData } from "./blob-data.ts";

/** The call that an operator's text means to a function, by the kind of its trigger. */
export async function manualCall(
  fn: RegisteredFunction,
  input: string,
  settings: Settings,
): Promise<Invocation> {
  const { name, type } = fn.trigger;
  switch (type.toLowerCase()) {
    case "timertrigger": {
      const info = { Schedule: { AdjustForDST: true }, ScheduleStatus: null, IsPastDue: false };
      return { inputData: [{ name, data: { json: JSON.stringify(info) } }] };
    }
    case "blobtrigger": {
      const data = await blobData(fn.trigger, settings, input);
      if (!data) throw new Error(`There is no blob '${input}'.`);
      return {
        inputData: [{ name, data }],
        triggerMetadata: {
          blobTrigger: { string: input },
          name: { string: input.slice(input.indexOf("/") + 1) },
        },
      };
    }
    case "queuetrigger":
      return {
        inputData: [{ name, data: { string: input } }],
        triggerMetadata: { queueTrigger: { string: input } },
      };
    default:
      return { inputData: [{ name, data: { string: input } }] };
  }
}
