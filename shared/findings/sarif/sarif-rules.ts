import type { Finding } from "../finding.ts";
import type { ReportedRule } from "./sarif-options.ts";

/** The rules of a log: those that are explained, then others that found something. */
export function rulesOf(findings: readonly Finding[], explained: readonly ReportedRule[]) {
  const known = new Set(explained.map(({ id }) => id));
  const others = new Map(
    findings.filter(({ ruleId }) => !known.has(ruleId)).map((one) => [one.ruleId, one]),
  );
  return [
    ...explained.map(({ id, title, why, fix, severity, source }) => ({
      id,
      name: id,
      shortDescription: { text: title },
      fullDescription: { text: why },
      help: { text: fix },
      defaultConfiguration: { level: severity },
      properties: {
        tags: severity === "error" ? ["marketplace-blocking"] : [],
        ...(source !== undefined && { source }),
      },
    })),
    ...[...others.values()].map(({ ruleId, link }) => ({
      id: ruleId,
      ...(link && { helpUri: link }),
    })),
  ];
}
