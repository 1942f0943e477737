import type { InstanceRecord } from "../../store/instance-record.ts";

/** An instance as the API shows it: nulls are explicit, times end at the second. */
export function statusView(record: InstanceRecord, showInput: boolean): Record<string, unknown> {
  return {
    name: record.name,
    instanceId: record.instanceId,
    runtimeStatus: record.status,
    input: showInput ? parsedText(record.input) : null,
    customStatus: parsedText(record.customStatus),
    output: parsedText(record.output),
    createdTime: toSeconds(record.createdTime),
    lastUpdatedTime: toSeconds(record.lastUpdatedTime),
  };
}

/** JSON where it is JSON, else the text itself, trimmed: reasons and failures are plain texts. */
export function parsedText(text: string | null | undefined): unknown {
  if (text === null || text === undefined) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text.trim();
  }
}

function toSeconds(time: string): string {
  return `${time.slice(0, 19)}Z`;
}
