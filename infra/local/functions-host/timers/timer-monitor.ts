import type { BlockBlobClient } from "@azure/storage-blob";
import { z } from "zod";

import { hostId } from "../host-id.ts";
import type { Settings } from "../settings/settings.ts";
import { blobService, isMissing } from "../storage-clients.ts";

const ScheduleStatusSchema = z.object({
  Last: z.string(),
  Next: z.string(),
  LastUpdated: z.string(),
});

/** When a timer ran last and when it is due next. */
export type ScheduleStatus = z.infer<typeof ScheduleStatusSchema>;

/** Remembers in storage how far a timer's schedule has come. */
export class TimerMonitor {
  readonly #blob: BlockBlobClient;
  readonly #container;

  constructor(settings: Settings, functionName: string) {
    this.#container = blobService(settings).getContainerClient("azure-webjobs-hosts");
    const path = `timers/${hostId(settings)}/Host.Functions.${functionName}/status`;
    this.#blob = this.#container.getBlockBlobClient(path);
  }

  /** What was remembered; undefined for a timer that is new here. */
  async read(): Promise<ScheduleStatus | undefined> {
    try {
      const text = (await this.#blob.downloadToBuffer()).toString("utf8");
      return ScheduleStatusSchema.parse(JSON.parse(text));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async write(status: ScheduleStatus): Promise<void> {
    const text = JSON.stringify(status);
    try {
      await this.#blob.upload(text, Buffer.byteLength(text));
    } catch (error) {
      if (!isMissing(error)) throw error;
      await this.#container.createIfNotExists();
      await this.#blob.upload(text, Buffer.byteLength(text));
    }
  }
}
