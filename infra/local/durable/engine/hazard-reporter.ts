import type { HostLog } from "../../functions-host/host-log.ts";
import type { Hazard } from "../replay/hazards.ts";
import type { HotInstance } from "./instance/hot-instance.ts";

/** Says every hazard of an instance once, although each replay meets it again. */
export class HazardReporter {
  readonly #log: HostLog;

  constructor(log: HostLog) {
    this.#log = log;
  }

  report(hot: HotInstance, hazards: readonly Hazard[]): void {
    for (const { code, message } of hazards) {
      const key = `${code} ${message}`;
      if (hot.reportedHazards.has(key)) continue;
      hot.reportedHazards.add(key);
      const who = `Instance '${hot.instanceId}' of '${hot.record?.name ?? ""}'`;
      this.#log("warning", "Host.Durable.Hazard", `${who}: ${message}`);
    }
  }
}
