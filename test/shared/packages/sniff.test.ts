import { expect, test } from "vitest";
import { sniff } from "../../../shared/packages/sniff.ts";

test.each([
  ["PK\x03\x04rest", "zip"],
  ["PK\x05\x06", "zip"],
  ["%PDF-1.7", "pdf"],
  ['  {"a": 1}', "json"],
  ["[1]", "json"],
  ["MZ\x90", "unknown"],
  ["", "unknown"],
  ["PK", "unknown"],
])("%j is taken for %s", (head, format) => {
  expect(sniff(new TextEncoder().encode(head))).toBe(format);
});

test("a PNG is told by its whole signature", () => {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  expect(sniff(new Uint8Array(signature))).toBe("png");
  expect(sniff(new Uint8Array(signature.slice(0, 7)))).toBe("unknown");
});

test("JSON with a byte order mark is JSON", () => {
  expect(sniff(new Uint8Array([0xef, 0xbb, 0xbf, 0x7b]))).toBe("json");
});
