import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { textSha256 } from "../../../shared/findings/sha-256.ts";

const expected = (text: string) => createHash("sha256").update(text).digest("hex");

it("a text has the hash that the platform gives it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      expect(textSha256(text)).toBe(expected(text));
    }),
  );
});

it.each([0, 55, 56, 63, 64, 65, 1000])("so has one of %i letters", (length) => {
  expect(textSha256("a".repeat(length))).toBe(expected("a".repeat(length)));
});
