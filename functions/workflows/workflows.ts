import type { ProcessId } from "../../shared/publishing/processes/process.ts";
import { publish201801 } from "./publish-2018-01.ts";
import { publish201812 } from "./publish-2018-12.ts";

const names: Readonly<Record<ProcessId, string>> = {
  "2018-01": "publish201801",
  "2018-12": "publish201812",
};

/** The durable function that carries out a process. */
export const workflowName = (process: ProcessId): string => names[process];

/** Every workflow, under the name it is registered and started with. */
export const workflows = [
  { name: workflowName("2018-01"), handler: publish201801 },
  { name: workflowName("2018-12"), handler: publish201812 },
] as const;
