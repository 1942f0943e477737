import { describe, expect, it } from "vitest";
import { type JsonNode } from "../../../../shared/arm/json/json-document.ts";
import { findProperty, valueAt } from "../../../../shared/arm/json/node.ts";
import { allRules } from "../../../../shared/checks/rules/all-rules.ts";
import { type Objection, templateRule } from "../../../../shared/checks/rules/rule.ts";
import type { Finding } from "../../../../shared/findings/finding.ts";
import { judgeMarked } from "../../support/marked-template.ts";

const lines = [
  "{",
  '  "contentVersion": "1.0.0.0",',
  '  "resources": [',
  '    { "type": "Ü/😀",',
  '      "tags": {}',
  "    },",
  "    {}",
  "  ]",
  "}",
];
const ends = [
  ["LF", "\n"],
  ["CRLF", "\r\n"],
] as const;
type Find = (template: JsonNode) => Objection["at"] | undefined;

const resource = (root: JsonNode) => valueAt(root, "resources")?.children?.[0];
const place = ({ line, column, endLine, endColumn }: Finding) => [line, column, endLine, endColumn];

function judge(text: string, find: Find): readonly Finding[] {
  const about = { id: "Some-Rule", title: "", why: "", fix: "", severity: "error" } as const;
  const rule = templateRule(about, function* objections(template) {
    const at = find(template.node);
    if (at !== undefined) yield { at, message: "Wrong." };
  });
  return judgeMarked(rule, text).findings;
}

describe.each(ends)("in a file with line ends of %s", (_, end) => {
  const text = lines.join(end);

  it.each<[string, Find, number[]]>([
    ["a value in one line", (root) => valueAt(root, "contentVersion"), [2, 21, 2, 30]],
    ["a name", (root) => findProperty(root, "contentVersion")?.key, [2, 3, 2, 19]],
    ["characters outside of ASCII", (root) => valueAt(resource(root), "type"), [4, 15, 4, 21]],
    ["an object over several lines", resource, [4, 5, 6, 6]],
    ["a list over several lines", (root) => valueAt(root, "resources"), [3, 16, 8, 4]],
    ["the whole file", (root) => root, [1, 1, 9, 2]],
    ["the offset that a node begins at", (root) => resource(root)?.offset, [4, 5, 6, 6]],
  ])("%s has its end one past the last character", (_, find, expected) => {
    expect(judge(text, find).map(place)).toEqual([expected]);
  });

  it("an offset within a text has no end", () => {
    const within: Find = (root) => (valueAt(root, "contentVersion")?.offset ?? 0) + 3;
    const [found] = judge(text, within);
    expect(found).toMatchObject({ line: 2, column: 24 });
    expect(found).not.toHaveProperty("endLine");
    expect(found).not.toHaveProperty("endColumn");
  });
});

it("names without quotes do not move an end", () => {
  const text = '{\n  contentVersion: "1.0.0.0", other: { name: "x" }\n}';
  expect(judge(text, (root) => valueAt(root, "other")).map(place)).toEqual([[2, 37, 2, 50]]);
});

it("fingerprints are the same wherever a place begins and ends", () => {
  const fingerprints = ends.map(([, end]) =>
    judge(lines.join(`${end}${end}`), resource).map(({ fingerprint }) => fingerprint),
  );
  expect(fingerprints[0]).toEqual(fingerprints[1]);
  expect(fingerprints[0]).toEqual([judge(lines.join("\n"), resource)[0]?.fingerprint]);
});

it("an end is never before its beginning, whatever rule objects", () => {
  const template =
    '{ "resources": [{ "type": "A/b", "name": "x", "location": "westus" }], "a": 1 }';
  const found = allRules.flatMap((rule) => judgeMarked(rule, template).findings);
  const withEnd = found.filter(({ endColumn }) => endColumn !== undefined);
  expect(withEnd.length).toBeGreaterThan(0);
  for (const { column, endColumn, endLine } of withEnd) {
    expect(endLine).toBe(1);
    expect(endColumn).toBeGreaterThan(column ?? 0);
  }
});
