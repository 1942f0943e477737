/** A blob that was written in full. */
export interface BlobCreated {
  account: string;
  container: string;
  blob: string;
}

/** A message that was put on a queue. */
export interface QueueMessagePut {
  account: string;
  queue: string;
}

/** What happens in the storage, told as it happens; each registration answers with its end. */
export interface StorageEvents {
  onBlobCreated(listener: (event: BlobCreated) => void): () => void;
  onQueueMessage(listener: (event: QueueMessagePut) => void): () => void;
  /** Resolves when everything that happened before the call has been told. */
  settled(): Promise<void>;
}

/** The telling side of StorageEvents. */
export class StorageEventSource implements StorageEvents {
  readonly #blobListeners = new Set<(event: BlobCreated) => void>();
  readonly #queueListeners = new Set<(event: QueueMessagePut) => void>();
  /** Set by whoever tells. */
  settle: () => Promise<void> = () => Promise.resolve();

  onBlobCreated(listener: (event: BlobCreated) => void): () => void {
    this.#blobListeners.add(listener);
    return () => this.#blobListeners.delete(listener);
  }

  onQueueMessage(listener: (event: QueueMessagePut) => void): () => void {
    this.#queueListeners.add(listener);
    return () => this.#queueListeners.delete(listener);
  }

  settled(): Promise<void> {
    return this.settle();
  }

  blobCreated(event: BlobCreated): void {
    for (const listener of this.#blobListeners) listener(event);
  }

  queueMessagePut(event: QueueMessagePut): void {
    for (const listener of this.#queueListeners) listener(event);
  }
}
