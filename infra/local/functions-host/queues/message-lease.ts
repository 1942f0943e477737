import type { DequeuedMessageItem, QueueClient } from "@azure/storage-queue";

/** Keeps a received message invisible to others for as long as it is worked on. */
export class MessageLease {
  readonly message: DequeuedMessageItem;
  readonly #queue: QueueClient;
  readonly #renewal: NodeJS.Timeout;
  #popReceipt: string;
  #renewing: Promise<void> | undefined;

  constructor(queue: QueueClient, message: DequeuedMessageItem, seconds: number) {
    this.message = message;
    this.#queue = queue;
    this.#popReceipt = message.popReceipt;
    this.#renewal = setInterval(() => {
      // A renewal that fails is tried again at the next turn; then the message comes twice.
      this.#renewing ??= this.#renew(seconds)
        .catch(() => undefined)
        .finally(() => {
          this.#renewing = undefined;
        });
    }, seconds * 500);
  }

  /** The message is done with. */
  async delete(): Promise<void> {
    this.drop();
    // A renewal under way changes the receipt: with the old one the message would come again.
    await this.#renewing;
    await this.#queue.deleteMessage(this.message.messageId, this.#popReceipt);
  }

  /** Others may have the message after so many seconds. */
  async release(afterSeconds: number): Promise<void> {
    this.drop();
    await this.#renewing;
    await this.#renew(afterSeconds);
  }

  /** Ends the renewals and leaves the message as it is. */
  drop(): void {
    clearInterval(this.#renewal);
  }

  async #renew(seconds: number): Promise<void> {
    const { messageId } = this.message;
    const renewed = await this.#queue.updateMessage(
      messageId,
      this.#popReceipt,
      undefined,
      seconds,
    );
    this.#popReceipt = renewed.popReceipt ?? this.#popReceipt;
  }
}
