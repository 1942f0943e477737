import { viewOf } from "./view-of.ts";

/** What the fields of one kind say that stand behind an entry's name. */
export function fieldsOf(extra: Uint8Array, kind: number): Uint8Array[] {
  const view = viewOf(extra);
  const fields: Uint8Array[] = [];
  for (let at = 0; at + 4 <= extra.length;) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === kind) fields.push(extra.subarray(at + 4, end));
    at = end;
  }
  return fields;
}
