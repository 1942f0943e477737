import type { Finding } from "../finding.ts";
import type { Waiver } from "./waiver.ts";

/** Findings that are waived on that day (YYYY-MM-DD) stay visible and stop nothing. */
export const applyWaivers = (
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  day: string,
): readonly Finding[] =>
  findings.map((finding) => {
    const waiver = waivers.find((one) => covers(one, finding) && day <= one.until);
    if (!waiver) return finding;
    const { reason, until } = waiver;
    return { ...finding, severity: "information", waived: { reason, until } };
  });

const covers = ({ ruleId, fingerprint }: Waiver, finding: Finding): boolean =>
  finding.fingerprint === fingerprint && finding.ruleId === ruleId;
