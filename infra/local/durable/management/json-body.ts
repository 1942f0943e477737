import { type DurableResponse, json } from "./durable-request.ts";

/** Reads a body as JSON and gives it back as JSON text, or says what is wrong the official way. */
export function readJson(body: Uint8Array): { text: string } | { refusal: DurableResponse } {
  const text = Buffer.from(body).toString("utf8");
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
  const trimmed = text.trim();
  if (trimmed === "") return "Error reading JToken from JsonReader. Path '', line 0, position 0.";
  if (/^\{\s*\w*$/.test(trimmed)) {
    return `Unexpected end while parsing unquoted property name. Path '', line 1, position ${text.length}.`;
  }
  const start = trimmed.charAt(0);
  return `Unexpected character encountered while parsing value: ${start}. Path '', line 1, position 1.`;
}

/** Refuses what is over the cap of a payload. */
export function tooLarge(text: string, limit: number): DurableResponse | undefined {
  const bytes = Buffer.byteLength(text);
  if (bytes <= limit) return undefined;
  return json(413, {
    Message: `The payload has ${bytes} bytes; ${limit} are allowed. Pass a reference.`,
  });
}
