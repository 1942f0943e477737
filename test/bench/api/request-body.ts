import { HttpRequest } from "@azure/functions";
import { jsonBodyOf } from "../../../functions/http/request/request-body.ts";
import { type Figure, quantile, timed } from "../figure.ts";

const mebibyte = 1024 * 1024;
const rounds = 25;

const listOf = (entry: string): string => {
  const count = Math.floor((mebibyte - 20) / (entry.length + 1));
  return `{"rows":[${Array.from({ length: count }, () => entry).join()}]}`;
};

/** Bodies of a mebibyte, and what could make reading each of them slow. */
const bodies: Readonly<Record<string, string>> = {
  rows: listOf('{"id":"3f0a7c52-9a4e-4b58","price":12.95,"name":"Mail \\u00e9"}'),
  "small numbers": listOf("0"),
  "long numbers": listOf("0.30000000000000004"),
  "empty texts": listOf('""'),
  "empty objects": listOf("{}"),
  "one text": listOf(`"${"x".repeat(mebibyte / 2)}"`),
  backslashes: listOf(`"${"\\\\".repeat(mebibyte / 8)}"`),
  "escaped quotes": listOf(`"${'\\"'.repeat(mebibyte / 8)}"`),
  "escaped characters": listOf(`"${"\\u00e9".repeat(8000)}"`),
  "zeros inside": `{"n":[0.${"0".repeat(mebibyte / 2)}${"1".repeat(mebibyte / 2 - 20)}]}`,
  keys: `{${Array.from({ length: 85_000 }, (_, n) => `"k${String(n)}":1`).join()}}`,
};

/** Reading a body that must be kept as it was sent, against the bare parse of the same bytes. */
export async function* bench(): AsyncIterable<Figure> {
  for (const [name, text] of Object.entries(bodies)) {
    const bytes = Buffer.from(text);
    const bare: number[] = [];
    const whole: number[] = [];
    for (let round = 0; round < rounds; round++) {
      bare.push(await timed(() => Promise.resolve(JSON.parse(bytes.toString()))));
      const request = new HttpRequest({ method: "PUT", url: "http://x/", body: { bytes } });
      whole.push(await timed(() => jsonBodyOf(request)));
    }
    const value = quantile(whole, 0.5);
    const ratio = { ratio: value / quantile(bare, 0.5), to: "JSON.parse" };
    yield { name: `a mebibyte of ${name}, p50`, value, unit: "ms", ...ratio };
  }
}
