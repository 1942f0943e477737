import type { Failure } from "../history/inbound-events.ts";
import type { Action } from "./action.ts";

/** What one run of an orchestrator function came to. */
export interface OrchestratorAnswer {
  actions: readonly Action[];
  isDone: boolean;
  /** JSON text. */
  output: string | null;
  /** JSON text. */
  customStatus: string | null;
  failure?: Failure;
  /** The failure counts before any action is looked at. */
  failsAtOnce?: boolean;
  /** The thrown value had no text. */
  isTextLost?: boolean;
}
