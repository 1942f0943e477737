import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  mostAudienceRows,
  parseAudienceCsv,
} from "../../../../shared/offers/audience/audience-csv.ts";

const guid = (number: number): string =>
  `00000000-0000-4000-8000-${number.toString(16).padStart(12, "0")}`;
const row = (number: number, description = ""): string =>
  `SubscriptionId,${guid(number)},${description}`;
const header = "Type,Id,Description";
const member = (number: number, description = "") => ({
  subscriptionId: guid(number),
  description,
});

describe("the file of a private audience", () => {
  it.each<[string, string]>([
    ["lines that end in LF", `${header}\n${row(1, "North")}\n`],
    ["lines that end in CRLF", `${header}\r\n${row(1, "North")}\r\n`],
    ["no line end at the end", `${header}\n${row(1, "North")}`],
    ["a byte order mark", `\uFEFF${header}\n${row(1, "North")}`],
    ["a header in capitals", `TYPE,ID,DESCRIPTION\n${row(1, "North")}`],
    ["a type in lower case", `${header}\nsubscriptionid,${guid(1)},North`],
    ["an id in capitals", `${header}\nSubscriptionId,${guid(1).toUpperCase()},North`],
    ["every cell in quotes", `"Type","Id","Description"\n"SubscriptionId","${guid(1)}","North"`],
    ["blanks around cells", `${header}\n SubscriptionId , ${guid(1)} , North `],
    ["blank rows", `\n${header}\n\n${row(1, "North")}\n,,\n\n`],
  ])("may have %s", (_case, text) => {
    expect(parseAudienceCsv(text)).toEqual({ rows: [member(1, "North")], findings: [] });
  });

  it("may have commas, quotes and line ends inside quotes", () => {
    const text = `${header}\n${row(1, '"a, ""b""\r\nc"')}\n${row(2)}`;
    expect(parseAudienceCsv(text)).toEqual({
      rows: [member(1, 'a, "b"\r\nc'), member(2)],
      findings: [],
    });
  });

  it.each<[string, string, [string, number | undefined, number | undefined, string]]>([
    ["is empty", "", ["audience-has-rows", undefined, undefined, header]],
    ["has a header alone", header, ["audience-has-rows", undefined, undefined, header]],
    ["has no header", row(1), ["audience-has-header", 1, 1, header]],
    ["has another order", "Id,Type,Description", ["audience-has-header", 1, 1, header]],
    ["has semicolons", "Type;Id;Description", ["audience-has-header", 1, 1, "by commas"]],
    [
      "lists a tenant",
      `${header}\nTenantId,${guid(1)},`,
      ["audience-type", 2, 1, "the tenant's subscriptions"],
    ],
    ["has another type", `${header}\nUser,${guid(1)},`, ["audience-type", 2, 1, "SubscriptionId"]],
    ["has no type", `${header}\n,${guid(1)},`, ["audience-type", 2, 1, "SubscriptionId"]],
    ["has no id", `${header}\nSubscriptionId,,x`, ["audience-id", 2, 16, "GUID"]],
    [
      "has a wrong id after a cell of two lines",
      `${header}\n${row(1, '"a\nb"')}\nSubscriptionId,me,x`,
      ["audience-id", 4, 16, "GUID"],
    ],
    [
      "lacks a description",
      `${header}\nSubscriptionId,${guid(1)}`,
      ["audience-row-is-complete", 2, 1, "put quotes"],
    ],
    [
      "has a description with a comma",
      `${header}\n${row(1, "North, South")}`,
      ["audience-row-is-complete", 2, 1, "put quotes"],
    ],
    [
      "opens quotes for ever",
      `${header}\nSubscriptionId,${guid(1)},"North\n${row(2)}`,
      ["audience-is-readable", 2, 53, "Close them"],
    ],
    [
      "has text after quotes",
      `${header}\nSubscriptionId,${guid(1)},"North" Sea`,
      ["audience-is-readable", 2, 60, "whole cell"],
    ],
    [
      "has text after quotes of two lines",
      `${header}\nSubscriptionId,${guid(1)},"a\nb"c`,
      ["audience-is-readable", 3, 3, "whole cell"],
    ],
  ])("is refused when it %s", (_case, text, [rule, line, column, fix]) => {
    const { findings } = parseAudienceCsv(text);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ ruleId: rule, severity: "error" });
    expect([findings[0]?.line, findings[0]?.column]).toEqual([line, column]);
    expect(findings[0]?.fix).toContain(fix);
  });

  it("is taken, with a warning, when it lists a subscription twice", () => {
    const { rows, findings } = parseAudienceCsv(`${header}\n${row(1)}\n${row(2)}\n${row(1, "x")}`);
    expect(rows).toEqual([member(1), member(2)]);
    expect(findings).toMatchObject([
      { ruleId: "audience-lists-once", severity: "warning", line: 4 },
    ]);
    expect(findings[0]?.message).toContain("line 2");
  });

  it("holds at most 20,000 rows, and says from where on they are too many", () => {
    const lines = Array.from({ length: mostAudienceRows + 2 }, (_, at) => row(at));
    const full = parseAudienceCsv([header, ...lines.slice(0, mostAudienceRows)].join("\n"));
    expect([full.rows.length, full.findings]).toEqual([20_000, []]);

    const { findings } = parseAudienceCsv([header, ...lines].join("\n"));
    expect(findings).toMatchObject([{ ruleId: "audience-is-within-limits", line: 20_002 }]);
    expect(findings[0]?.message).toContain("20002 rows");
  });

  it("shows the first problems of many, and counts the others", () => {
    const { findings } = parseAudienceCsv([header, ...Array<string>(100).fill("x,y,z")].join("\n"));
    expect(findings).toHaveLength(26);
    expect(findings.at(-1)?.message).toBe("175 more problems are not shown.");
  });

  it("is read back as it was written, whatever the descriptions hold", () => {
    const written = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 1 }), (texts) => {
        const lines = texts.map((text, at) => row(at, written(text)));
        expect(parseAudienceCsv([header, ...lines].join("\n"))).toEqual({
          rows: texts.map((text, at) => member(at, text.trim())),
          findings: [],
        });
      }),
    );
  });

  it("never makes the reader throw, and never costs more than one pass", () => {
    const bits = ['"', '""', ",", "\n", "\r", "a", header, row(1)];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits)), (parts) => {
        const { rows, findings } = parseAudienceCsv(parts.join(""));
        expect(rows.length + findings.length).toBeGreaterThan(0);
      }),
    );
    for (const part of ['"', '""', "\n", ",", `"a"\n`, "x,"])
      expect(parseAudienceCsv(`${header}\n${part.repeat(1_000_000)}`).findings).not.toEqual([]);
  });
});
