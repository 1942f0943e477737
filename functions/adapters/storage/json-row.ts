import { asciiJson } from "../../../shared/json/ascii-json.ts";

/** Half of the 64 KiB that a property may have, because text is stored two bytes a character. */
const chunkLength = 30_000;
const mostChunks = 15;

/** A table entity whose value is JSON text spread over as many properties as it needs. */
export function toJsonRow(value: unknown): Record<string, string> {
  const text = asciiJson(value);
  const chunks = Math.ceil(text.length / chunkLength);
  if (chunks > mostChunks) {
    throw new RangeError(`A row of ${text.length} characters is too long for a table.`);
  }
  const names = Array.from({ length: chunks }, (_, chunk) => chunk);
  return Object.fromEntries(
    names.map((chunk) => [
      `json${String(chunk)}`,
      text.slice(chunk * chunkLength, (chunk + 1) * chunkLength),
    ]),
  );
}

/** What `toJsonRow` was given. */
export function fromJsonRow(row: Readonly<Record<string, unknown>>): unknown {
  let text = "";
  for (let chunk = 0; typeof row[`json${String(chunk)}`] === "string"; chunk++) {
    text += String(row[`json${String(chunk)}`]);
  }
  return JSON.parse(text);
}
