import { type DurableBed, durableBed } from "../../../support/durable-bed.ts";

type Events = Record<string, unknown>[];

const json = { headers: { "content-type": "application/json" } };

/** Four instances, two of them failed and one waiting, and what the management API says of them. */
export class ManagementBed {
  readonly bed: DurableBed;

  private constructor(bed: DurableBed) {
    this.bed = bed;
  }

  static async open(): Promise<ManagementBed> {
    const bed = await durableBed();
    await bed.start("chain", "done", { n: 1 });
    await bed.start("failing", "failed", { message: "x" });
    await bed.start("caseSensitive", "waits", null);
    await bed.start("uncaughtActivity", "threw", "error");
    await bed.extension.idle();
    return new ManagementBed(bed);
  }

  async ids(query: string): Promise<string[]> {
    const { body } = await this.bed.send("GET", `instances?${query}`);
    return (JSON.parse(body) as { instanceId: string }[]).map(({ instanceId }) => instanceId);
  }

  async historyOf(id: string, more = ""): Promise<Events> {
    const { body } = await this.bed.send("GET", `instances/${id}?showHistory=true${more}`);
    return (JSON.parse(body) as { historyEvents: Events }).historyEvents;
  }

  async purge(id: string) {
    return await this.bed.extension.handle({ ...request(id), method: "DELETE" });
  }

  /** Sends a body as it is. */
  async raw(path: string, text: string) {
    const body = Buffer.from(text);
    return await this.bed.extension.handle({ ...request(""), ...json, method: "POST", path, body });
  }
}

const request = (id: string) => ({
  path: `instances/${id}`,
  query: new URLSearchParams(),
  headers: {},
  body: new Uint8Array(),
  baseUrl: "http://host",
});
