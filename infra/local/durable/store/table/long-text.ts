// A string property holds 32 Ki UTF-16 units, an entity 1 MiB in all. Azurite checks the former only.
const unitsPerProperty = 32_000;
const propertiesPerRow = 14;

/** Properties T0, T1, … that hold a text. */
export type TextProperties = Record<string, string>;

/** Cuts a text into rows, and each row into properties; there is always at least one row. */
export function textRows(text: string): TextProperties[] {
  const rows: TextProperties[] = [];
  let position = 0;
  do {
    const row: TextProperties = {};
    for (let k = 0; k < propertiesPerRow && (position < text.length || k === 0); k += 1) {
      const end = cutPosition(text, position + unitsPerProperty);
      row[`T${k}`] = text.slice(position, end);
      position = end;
    }
    rows.push(row);
  } while (position < text.length);
  return rows;
}

/** The text of one row. */
export function rowText(row: Record<string, unknown>): string {
  let text = "";
  for (let k = 0; typeof row[`T${k}`] === "string"; k += 1) text += row[`T${k}`] as string;
  return text;
}

/** Half of a surrogate pair could not be sent. */
function cutPosition(text: string, wanted: number): number {
  if (wanted >= text.length) return text.length;
  const last = text.charCodeAt(wanted - 1);
  return last >= 0xd800 && last <= 0xdbff ? wanted - 1 : wanted;
}
