import { type DurableResponse, json } from "./durable-request.ts";

/** Reads a body as JSON and gives it back as JSON text, or says what is wrong the official way. */
export function readJson(body: Uint8Array): { text: string } | { refusal: DurableResponse } {
  const text = new TextDecoder().decode(body);
  try {
    return { text: JSON.stringify(JSON.parse(text)) };
  } catch {
    return {
      refusal: json(400, {
        Message: "Invalid JSON content",
        ExceptionMessage: complaint(text),
        ExceptionType: "Newtonsoft.Json.JsonReaderException",
        StackTrace: "",
      }),
    };
  }
}

function complaint(text: string): string {
  const start = text.search(/\S/);
  if (start < 0) return "Error reading JToken from JsonReader. Path '', line 0, position 0.";
  const rest = text.slice(start);
  const end = place(text, text.length);
  if (/^\{\s*\w+$/.test(rest)) {
    return `Unexpected end while parsing unquoted property name. ${end}`;
  }
  if (rest.startsWith('"')) return `Unterminated string. Expected delimiter: ". ${end}`;
  if (rest.startsWith("{")) return `Unexpected end of content while loading JObject. ${end}`;
  if (rest.startsWith("[")) return `Unexpected end of content while loading JArray. ${end}`;
  const found = rest.charAt(0);
  return `Unexpected character encountered while parsing value: ${found}. ${place(text, start)}`;
}

/** Lines count from 1, but a reader that has not moved is at line 0. */
function place(text: string, position: number): string {
  if (position === 0) return "Path '', line 0, position 0.";
  const lines = text.slice(0, position).split("\n");
  return `Path '', line ${lines.length}, position ${lines.at(-1)?.length ?? 0}.`;
}

/** Refuses what is over the cap of a payload. */
export function tooLarge(text: string, limit: number): DurableResponse | undefined {
  const bytes = Buffer.byteLength(text);
  if (bytes <= limit) return undefined;
  return json(413, {
    Message: `The payload has ${bytes} bytes; ${limit} are allowed. Pass a reference.`,
  });
}
