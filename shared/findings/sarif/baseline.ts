import type { Finding } from "../finding.ts";

/** Findings compared with those of the submission before, where there was one. */
export class Baseline {
  /** What was there before and is no more. */
  readonly absent: readonly Finding[];
  readonly #now: ReadonlySet<string>;
  readonly #before: ReadonlySet<string> | undefined;

  constructor(findings: readonly Finding[], previous?: readonly Finding[]) {
    const now = fingerprintsOf(findings);
    this.#now = now;
    this.#before = previous && fingerprintsOf(previous);
    this.absent = (previous ?? []).filter(
      ({ fingerprint }) => fingerprint !== undefined && !now.has(fingerprint),
    );
  }

  /** As SARIF says it; nothing when there is nothing to compare with. */
  stateOf(fingerprint: string): { baselineState?: "new" | "unchanged" | "absent" } {
    if (this.#before === undefined) return {};
    if (!this.#now.has(fingerprint)) return { baselineState: "absent" };
    return { baselineState: this.#before.has(fingerprint) ? "unchanged" : "new" };
  }
}

const fingerprintsOf = (findings: readonly Finding[]): ReadonlySet<string> =>
  new Set(findings.flatMap(({ fingerprint }) => fingerprint ?? []));
