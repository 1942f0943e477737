import { QueueServiceClient } from "@azure/storage-queue";

/** A reviewer's system: puts canonical messages on the callback queue, as any outside system would. */
export class Reviewer {
  readonly #queue;

  constructor(connectionString: string) {
    this.#queue =
      QueueServiceClient.fromConnectionString(connectionString).getQueueClient(
        "reviewer-callbacks",
      );
  }

  /** Approving twice is one approval: the id says which submission it is about. */
  async approve(submissionId: string, round: number, at: Date): Promise<void> {
    const message = {
      version: "1",
      id: `local-reviewer:${submissionId}:${String(round)}`,
      submissionId,
      round,
      type: "approve",
      actor: { id: "local-reviewer", name: "Local reviewer", role: "reviewer" },
      at: at.toISOString(),
      text: "Approved by the reviewer of the local start.",
      source: { kind: "local-start" },
    };
    await this.#queue.createIfNotExists();
    await this.#queue.sendMessage(Buffer.from(JSON.stringify(message)).toString("base64"));
  }
}
