import { styleText } from "node:util";
import { decodeText } from "../../shared/arm/json/reading/decode-text.ts";
import type { Finding } from "../../shared/findings/finding.ts";
import { secretsRuleId } from "../../shared/secrets/secret-finding.ts";
import type { Certified } from "./certified.ts";

const marks = { error: "✖", warning: "▲", information: "·" } as const;
const colours = { error: "red", warning: "yellow", information: "blue" } as const;
const widest = 110;

type Severity = Finding["severity"];
const order: readonly Severity[] = ["error", "warning", "information"];

const coloured = (severity: Severity, text: string): string =>
  styleText(colours[severity], text, { stream: process.stdout });
const dim = (text: string): string => styleText("dim", text, { stream: process.stdout });

/** Findings for a person at a terminal: what stops the package first, by rule, each with its line and fix. */
export function reportOf(
  findings: readonly Finding[],
  files: Certified["files"],
): readonly string[] {
  const lines = new FileLines(files, findings);
  return order.flatMap((severity) => {
    const own = findings.filter((finding) => finding.severity === severity);
    const rules = Map.groupBy(own, ({ ruleId }) => ruleId);
    return [...rules].flatMap(([rule, found]) => [
      "",
      `${coloured(severity, `${marks[severity]} ${rule}`)}${found.length > 1 ? dim(` × ${String(found.length)}`) : ""}`,
      ...found.flatMap((finding) => placeOf(finding, lines)),
      ...fixesOf(found),
    ]);
  });
}

function placeOf(finding: Finding, lines: FileLines): readonly string[] {
  const { file, line, column, message, errorId } = finding;
  const position = line === undefined ? "" : `:${String(line)}:${String(column ?? 1)}`;
  const id = errorId === undefined ? "" : dim(` ${errorId}`);
  const excerpt = lines.excerpt(finding);
  return [
    `  ${file === undefined ? "" : `${harmless(file)}${position}  `}${harmless(message)}${id}`,
    ...(excerpt === undefined ? [] : [dim(`      ${harmless(excerpt)}`)]),
  ];
}

/** Texts come from the package, and a terminal obeys some characters. */
const harmless = (text: string): string =>
  text.replaceAll("\t", " ").replace(/[\p{Cc}\p{Cf}]/gu, "\uFFFD");

/** Each fix once: findings of a rule mostly share it. */
const fixesOf = (found: readonly Finding[]): readonly string[] =>
  [...new Set(found.map(({ fix }) => fix).filter((fix) => fix !== ""))].map(
    (fix) => `  → ${fix.split("\n").map(harmless).join("\n    ")}`,
  );

/** The lines of the files, read when a finding first points there. */
class FileLines {
  readonly #files: ReadonlyMap<string, Certified["files"][number]>;
  readonly #lines = new Map<string, readonly string[]>();
  /** What is masked in one finding must not be shown by another. */
  readonly #masked: ReadonlySet<string>;

  constructor(files: Certified["files"], findings: readonly Finding[]) {
    this.#files = new Map(files.map((file) => [file.path, file]));
    const masked = findings.filter(({ ruleId }) => ruleId === secretsRuleId);
    this.#masked = new Set(masked.map(({ file, line }) => `${String(line)} ${String(file)}`));
  }

  excerpt({ file, line, evidence }: Finding): string | undefined {
    if (file === undefined || line === undefined || evidence !== undefined) return evidence;
    if (this.#masked.has(`${String(line)} ${file}`)) return undefined;
    const text = this.#of(file)[line - 1]?.trim();
    if (text === undefined || text === "") return undefined;
    return text.length > widest ? `${text.slice(0, widest)}…` : text;
  }

  #of(path: string): readonly string[] {
    const known = this.#lines.get(path);
    if (known) return known;
    const file = this.#files.get(path);
    const lines = file?.bytes ? decodeText(file.bytes).text.split(/\r\n|\r|\n/) : [];
    this.#lines.set(path, lines);
    return lines;
  }
}
