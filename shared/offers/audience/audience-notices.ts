import type { Finding } from "../../findings/finding.ts";
import type { CsvPlace } from "./csv-records.ts";
import { quoted } from "./audience-entry.ts";

const finding =
  (severity: Finding["severity"]) =>
  (ruleId: string, said: { message: string; fix: string }, at?: CsvPlace): Finding => ({
    ruleId,
    severity,
    ...said,
    ...(at && { line: at.line, column: at.column }),
    whose: "content",
  });
const error = finding("error");

const header = "Type,Id,Description";

/** What a publisher reads about the file of a private audience. */
export const audienceNotices = {
  unreadable: () =>
    error("audience-is-readable", {
      message: "The file is not text in UTF-8.",
      fix: 'Save it as "CSV UTF-8 (comma delimited)" and upload it again.',
    }),
  tooMany: (rows: number, most: number, at: CsvPlace) =>
    error(
      "audience-is-within-limits",
      {
        message: `The file has ${String(rows)} rows below its header; at most ${String(most)} are allowed.`,
        fix: "Remove the rows from here on, or divide the audience among several plans.",
      },
      at,
    ),
  empty: () =>
    error("audience-has-rows", {
      message: "The file lists nobody.",
      fix: `Write the header ${header} and below it one row for each subscription.`,
    }),
  wrongHeader: (cells: readonly (CsvPlace & { readonly text: string })[]) => {
    const said = quoted(cells.map((cell) => cell.text).join(","));
    const isDivided = /[;\t]/.test(cells[0]?.text ?? "");
    const fix = isDivided
      ? `Divide the cells by commas, not semicolons or tabs: ${header}.`
      : `Make the first line ${header}.`;
    return error("audience-has-header", { message: `The first line is ${said}.`, fix }, cells[0]);
  },
  wrongCells: (count: number, at: CsvPlace | undefined) =>
    error(
      "audience-row-is-complete",
      {
        message: `The row has ${count > 3 ? "more than 3 cells" : `${String(count)} of 3 cells`}.`,
        fix: 'Write type, id and description; put quotes around a description with a comma: "North, South".',
      },
      at,
    ),
  brokenQuotes: (problem: "open-quote" | "text-after-quote", at: CsvPlace) =>
    error(
      "audience-is-readable",
      problem === "open-quote"
        ? {
            message: "The quotes that open here are never closed; nothing after them was read.",
            fix: 'Close them; a quote inside a quoted cell is written twice: "the ""big"" one".',
          }
        : {
            message:
              "Something stands between closing quotes and the next comma; nothing after it was read.",
            fix: 'Put the whole cell in quotes, and write a quote inside it twice: "the ""big"" one".',
          },
      at,
    ),
  wrongEntry: (part: "type" | "id", said: { message: string; fix: string }, at: CsvPlace) =>
    error(part === "type" ? "audience-type" : "audience-id", said, at),
  twice: (id: string, first: number, at: CsvPlace) =>
    finding("warning")(
      "audience-lists-once",
      {
        message: `The subscription ${id} is listed twice; line ${String(first)} has it too.`,
        fix: "Remove one of the two rows; it counts once.",
      },
      at,
    ),
  more: (hidden: number) =>
    error("audience-has-more-problems", {
      message: `${String(hidden)} more problems are not shown.`,
      fix: "Correct those that are shown, then upload the file again.",
    }),
} as const;
