import type { Position } from "../arm/json/line-table.ts";
import type { Finding } from "../findings/finding.ts";
import type { Wanted } from "./apart-hits.ts";
import { fileTooFull, secretFinding } from "./secret-finding.ts";
import type { SecretHit, Severity } from "./secret-hit.ts";

/** More of one file say nothing new; guesses take no room from what is sure. */
const most: Readonly<Record<Severity, number>> = { error: 100, warning: 100 };

/** Where something is; found out only for what is added. */
export type Place = () => Position;

/** What was found in one file, each place once. */
export class FoundInFile {
  readonly #file: string;
  readonly #findings = new Map<string, Finding>();
  readonly #room = { ...most };

  constructor(file: string) {
    this.#file = file;
  }

  /** Whether there is no room for what matters most, so that nobody need look any further. */
  get isFull(): boolean {
    return this.#room.error === 0;
  }

  get findings(): Finding[] {
    const found = [...this.#findings.values()];
    return this.isFull ? [...found, fileTooFull(this.#file)] : found;
  }

  /** As much as there is room for, between two places of a window. */
  wanted(from = 0, to = Infinity): Wanted {
    return { from, to, room: { ...this.#room } };
  }

  addPlain(hit: SecretHit, placeOf: Place): void {
    if (this.#room[hit.pattern.severity] === 0) return;
    const place = placeOf();
    const finding = secretFinding(hit, this.#file, place, false);
    this.#add(`${place.line} ${place.column}`, hit.pattern.severity, finding);
  }

  /** An encoded string that goes on from one window to the next starts anew in each. */
  addEncoded(hit: SecretHit, placeOf: Place): void {
    const key = `${hit.pattern.id} ${hit.digest}`;
    if (this.#room[hit.pattern.severity] === 0 || this.#findings.has(key)) return;
    this.#add(key, hit.pattern.severity, secretFinding(hit, this.#file, placeOf(), true));
  }

  /** What is known by its fingerprint, wherever it stands. */
  addOther(finding: Finding, placeOf?: Place): void {
    const severity = finding.severity === "error" ? "error" : "warning";
    const key = `${finding.errorId} ${finding.fingerprint}`;
    if (this.#room[severity] === 0 || this.#findings.has(key)) return;
    this.#add(key, severity, { ...finding, ...placeOf?.() });
  }

  #add(key: string, severity: Severity, finding: Finding): void {
    if (this.#findings.has(key)) return;
    this.#findings.set(key, finding);
    this.#room[severity] -= 1;
  }
}
