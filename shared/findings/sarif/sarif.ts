import type { Finding } from "../finding.ts";
import { locationsOf } from "./sarif-location.ts";

export interface SarifTool {
  readonly version: string;
  /** Of this service, for rules without a page of their own. */
  readonly informationUri?: string;
}

const levels = { error: "error", warning: "warning", information: "note" } as const;

/** Findings as a SARIF 2.1.0 log with one run. */
export function sarifOf(findings: readonly Finding[], { version, informationUri }: SarifTool) {
  const rules = [...new Map(findings.map((finding) => [finding.ruleId, finding])).values()];
  const places = new Map(rules.map(({ ruleId }, place) => [ruleId, place]));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Offerpress",
            version,
            ...(informationUri && { informationUri }),
            rules: rules.map(({ ruleId, link }) => ({
              id: ruleId,
              ...(link && { helpUri: link }),
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: findings.map((finding) => ({
          ruleId: finding.ruleId,
          ruleIndex: places.get(finding.ruleId) ?? -1,
          level: levels[finding.severity],
          message: { text: textOf(finding) },
          locations: locationsOf(finding),
          properties: propertiesOf(finding),
        })),
      },
    ],
  };
}

const textOf = ({ message, fix }: Finding): string => (fix === "" ? message : `${message} ${fix}`);

function propertiesOf({ errorId, reference, fix, tab, label, evidence, whose }: Finding) {
  return {
    ...(reference !== undefined && { reference }),
    ...(errorId !== undefined && { errorId }),
    ...(fix !== "" && { fix }),
    ...(tab !== undefined && { tab }),
    ...(label !== undefined && { label }),
    ...(evidence !== undefined && { evidence }),
    whose,
  };
}
