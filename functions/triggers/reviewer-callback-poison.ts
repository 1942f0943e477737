import type { StorageQueueHandler } from "@azure/functions";
import type { Shell } from "../shell.ts";

/** Puts a message that could not be applied where the operator sees it. */
export const reviewerCallbackPoison =
  ({ ports }: Shell): StorageQueueHandler =>
  async (entry, context) => {
    const { id } = context.triggerMetadata ?? {};
    const at = ports.clock.now().toISOString();
    const text = typeof entry === "string" ? entry : JSON.stringify(entry);
    await ports.reviews.recordPoison({
      id: typeof id === "string" ? id : context.invocationId,
      text,
      at,
    });
    context.error("A reviewer callback could not be applied and is kept for the operator");
  };
