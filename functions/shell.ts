import type { InvocationContext } from "@azure/functions";
import type { Ports } from "../shared/ports.ts";
import type { Workflows } from "../shared/ports/reviews.ts";
import type { ProcessId } from "../shared/publishing/processes/process.ts";

/** What endpoints and triggers are built from. */
export interface Shell {
  readonly ports: Ports;
  /** The durable engine as seen from a running invocation; its function needs the client input. */
  readonly workflowsOf: (context: InvocationContext) => Workflows;
  readonly settings: ShellSettings;
}

/** The settings that requests depend on. */
export interface ShellSettings {
  readonly defaultProcess: ProcessId;
  /** Whether an update of an offer without If-Match is refused. */
  readonly requireIfMatch: boolean;
  /** Publishers whose client waits for the word "complete" at the end of an operation. */
  readonly completeStatusPublishers: readonly string[];
}
