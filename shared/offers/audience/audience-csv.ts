import { isBlocking } from "../../findings/blocking.ts";
import type { Finding } from "../../findings/finding.ts";
import { checkEntry } from "./audience-entry.ts";
import { audienceNotices } from "./audience-notices.ts";
import { type CsvPlace, type CsvRecord, readCsv } from "./csv-records.ts";

/** One member of a private audience. */
interface AudienceRow {
  /** In lower case. */
  readonly subscriptionId: string;
  readonly description: string;
}

interface AudienceCsv {
  /** The rows that are right, each subscription once; complete only without an error among the findings. */
  readonly rows: readonly AudienceRow[];
  readonly findings: readonly Finding[];
}

export const mostAudienceRows = 20_000;
const mostFindings = 25;
const headerNames = ["type", "id", "description"];

type Cells = Extract<CsvRecord, { ok: true }>["cells"];

class Reading {
  hasHeader = false;
  readonly #rows: AudienceRow[] = [];
  readonly #findings: Finding[] = [];
  readonly #lines = new Map<string, number>();
  #count = 0;
  #hidden = 0;
  #surplus: CsvPlace | undefined;

  #note(finding: Finding): void {
    if (this.#findings.length < mostFindings) this.#findings.push(finding);
    else if (isBlocking(finding)) this.#hidden++;
  }

  addRow(cells: Cells): void {
    const [type, id, description] = cells;
    if (++this.#count > mostAudienceRows) {
      this.#surplus ??= type;
    } else if (!type || !id || !description || cells.length !== 3) {
      this.#note(audienceNotices.wrongCells(cells.length, type));
    } else {
      this.#addMember(type, id, description.text.trim());
    }
  }

  #addMember(type: Cells[number], id: Cells[number], description: string): void {
    const problems = checkEntry(type.text.trim(), id.text.trim());
    for (const { part, ...said } of problems)
      this.#note(audienceNotices.wrongEntry(part, said, part === "type" ? type : id));
    if (problems.length > 0) return;
    const subscriptionId = id.text.trim().toLowerCase();
    const first = this.#lines.get(subscriptionId);
    if (first !== undefined) {
      this.#note(audienceNotices.twice(subscriptionId, first, id));
      return;
    }
    this.#lines.set(subscriptionId, id.line);
    this.#rows.push({ subscriptionId, description });
  }

  /** Everything so far, with what is wrong with the file as a whole in front. */
  result(broken: readonly Finding[]): AudienceCsv {
    const all = [...broken];
    if (this.#surplus)
      all.push(audienceNotices.tooMany(this.#count, mostAudienceRows, this.#surplus));
    all.push(...this.#findings);
    if (this.#hidden > 0) all.push(audienceNotices.more(this.#hidden));
    if (this.#rows.length + all.length === 0) all.push(audienceNotices.empty());
    return { rows: this.#rows, findings: all };
  }
}

const isHeader = (cells: Cells): boolean =>
  cells.length === headerNames.length &&
  cells.every(({ text }, at) => text.trim().toLowerCase() === headerNames[at]);

const isBlank = (cells: Cells): boolean => cells.every((cell) => cell.text.trim() === "");

/** Reads the file of a private audience: `Type,Id,Description`, then at most 20,000 subscriptions. */
export function parseAudienceCsv(text: string): AudienceCsv {
  const reading = new Reading();
  for (const record of readCsv(text)) {
    if (!record.ok)
      return reading.result([audienceNotices.brokenQuotes(record.problem, record.at)]);
    // Spreadsheets leave rows of nothing but commas behind.
    if (isBlank(record.cells)) continue;
    if (reading.hasHeader) reading.addRow(record.cells);
    else if (isHeader(record.cells)) reading.hasHeader = true;
    else return { rows: [], findings: [audienceNotices.wrongHeader(record.cells)] };
  }
  return reading.result([]);
}
