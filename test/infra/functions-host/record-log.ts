import type { HostLog } from "../../../infra/local/functions-host/host-log.ts";

/** A log that keeps its lines as "level category message". */
export function recordLog(): { log: HostLog; lines: string[] } {
  const lines: string[] = [];
  return {
    lines,
    log: (level, category, message) => {
      lines.push(`${level} ${category} ${message}`);
    },
  };
}
