import {
  FunctionApp,
  type RegisteredFunction,
} from "../../../../infra/local/functions-host/worker/function-app.ts";
import { recordLog } from "../record-log.ts";

/** An app of what is registered meanwhile, and what it logs. */
export async function loadRegistered(register: () => void) {
  const { log, lines } = recordLog();
  const loaded = await FunctionApp.fromRegistrations(register, { log });
  return { app: loaded, lines };
}

export const triggerInput = (fn: RegisteredFunction | undefined, data: object) => [
  { name: fn!.trigger.name, data },
];
