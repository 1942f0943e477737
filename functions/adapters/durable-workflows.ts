import type { InvocationContext } from "@azure/functions";
import { getClient } from "durable-functions";
import type { Workflows } from "../../shared/ports/reviews.ts";
import type { ProcessId } from "../../shared/publishing/processes/process.ts";

/** The durable engine, through the client input of the running invocation. */
export function durableWorkflows(
  context: InvocationContext,
  workflowName: (process: ProcessId) => string,
): Workflows {
  const client = getClient(context);
  return {
    async start(submission) {
      const { submissionId: instanceId, process } = submission;
      // A start replaces an instance that has ended: a late second one would run it all again.
      if (await isKnown(client, instanceId)) return;
      await client.startNew(workflowName(process), { instanceId, input: submission });
    },
    async raise(submissionId, event, data) {
      await client.raiseEvent(submissionId, event, data);
    },
  };
}

async function isKnown(client: ReturnType<typeof getClient>, instanceId: string): Promise<boolean> {
  try {
    await client.getStatus(instanceId);
    return true;
  } catch {
    // The client throws the same plain Error for "unknown" and for "away"; starting tells them apart.
    return false;
  }
}
