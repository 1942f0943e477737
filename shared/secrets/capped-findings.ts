import type { Finding } from "../findings/finding.ts";
import { fingerprintOf } from "../findings/fingerprint.ts";
import { moreSecrets } from "./secret-finding.ts";
import type { Severity } from "./secret-hit.ts";

const severityOf = ({ severity }: Finding): Severity =>
  severity === "error" ? "error" : "warning";

/** As many findings as anybody would read, and one that says how many more there are. */
export class CappedFindings {
  readonly #room: Record<Severity, number>;
  readonly #kept: Finding[] = [];
  readonly #left = { error: 0, warning: 0 };
  /** Of all that were left out, so that another one among them is seen. */
  #leftFingerprint = "";

  constructor(room: Readonly<Record<Severity, number>>) {
    this.#room = { ...room };
  }

  /** The kept ones, and the one about the rest, which is of the archive if there is one. */
  all(archive?: string): Finding[] {
    const { error, warning } = this.#left;
    if (error + warning === 0) return [...this.#kept];
    return [...this.#kept, moreSecrets(this.#left, this.#leftFingerprint, archive)];
  }

  add(findings: readonly Finding[]): void {
    for (const finding of findings) this.#addOne(finding, false);
  }

  /** The same, but nothing that came before hides that there are errors in this file. */
  addOfFile(findings: readonly Finding[]): void {
    const first = findings.find((finding) => severityOf(finding) === "error");
    for (const finding of findings) this.#addOne(finding, finding === first);
  }

  /** Whether or not there is room. */
  keep(finding: Finding): void {
    this.#kept.push(finding);
    this.#room[severityOf(finding)] -= 1;
  }

  #addOne(finding: Finding, isFirst: boolean): void {
    const severity = severityOf(finding);
    if (isFirst || this.#room[severity] > 0) {
      this.keep(finding);
      return;
    }
    this.#left[severity] += 1;
    this.#leftFingerprint = fingerprintOf(this.#leftFingerprint, finding.fingerprint ?? "");
  }
}
