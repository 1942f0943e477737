import fc from "fast-check";
import { expect, it } from "vitest";
import { asciiJson } from "../../../shared/json/ascii-json.ts";

it("holds ASCII only and reads back as what it was, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const json = asciiJson({ [text]: text });
      expect(json).toMatch(/^[\x20-\x7f]*$/);
      expect(JSON.parse(json)).toEqual({ [text]: text });
    }),
  );
});
