import { describe, expect, it } from "vitest";

import { BlobPathPattern } from "../../../../infra/local/functions-host/blobs/path-pattern.ts";

describe("a blob trigger's path", () => {
  it.each([
    ["uploads", "any/name at all.zip", {}],
    ["uploads/{name}", "a/b.zip", { name: "a/b.zip" }],
    ["uploads/{name}.zip", "a.zip", { name: "a" }],
    ["uploads/{name}.zip", "a.tar", undefined],
    ["uploads/{name}.{kind}", "a.b.c", { name: "a", kind: "b.c" }],
    ["uploads/{publisher}/{offer}/{rest}", "p/o/x/y", { publisher: "p", offer: "o", rest: "x/y" }],
    ["uploads/{publisher}/x", "p/y", undefined],
    ["uploads/fixed (1).zip", "fixed (1).zip", {}],
    ["uploads/{{raw}}-{id}", "{raw}-7", { id: "7" }],
    ["uploads/a.b", "aXb", undefined],
    ["uploads/{name}", "line\nbreak", { name: "line\nbreak" }],
  ])("%s reads %s", (path, blob, tokens) => {
    expect(new BlobPathPattern(path).match(blob)).toEqual(tokens);
  });

  it.each(["", "/x", "{container}/x", "Upper/x", "uploads/{a}/{a}", "uploads/{a", "uploads/a}"])(
    "%s is refused",
    (path) => {
      expect(() => new BlobPathPattern(path)).toThrow(RangeError);
    },
  );
});
