import type { Finding } from "../finding.ts";
import { Baseline } from "./baseline.ts";
import { locationsOf, uriOf } from "./sarif-location.ts";
import type { SarifOptions } from "./sarif-options.ts";
import { rulesOf } from "./sarif-rules.ts";

const levels = { error: "error", warning: "warning", information: "note" } as const;

/** Findings as a SARIF 2.1.0 log with one run. */
export function sarifOf(findings: readonly Finding[], options: SarifOptions) {
  const { version, subject, informationUri, artifacts, asOf } = options;
  const failures = findings.filter(isFailure);
  const known = new Baseline(findings, options.previous);
  const rules = rulesOf([...findings, ...known.absent], options.rules ?? []);
  const places = new Map(rules.map(({ id }, place) => [id, place]));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0" as const,
    runs: [
      {
        tool: {
          driver: {
            name: "Offerpress",
            version,
            ...(informationUri && { informationUri }),
            rules,
          },
        },
        columnKind: "utf16CodeUnits" as const,
        invocations: [
          {
            executionSuccessful: failures.length === 0,
            toolExecutionNotifications: failures.map(({ message: text }) => ({
              level: "error" as const,
              message: { text },
            })),
          },
        ],
        ...(artifacts && { artifacts: artifacts.map(artifactOf) }),
        results: [...findings, ...known.absent].map((finding) => ({
          ruleId: finding.ruleId,
          ruleIndex: places.get(finding.ruleId) ?? -1,
          level: levels[finding.severity],
          message: { text: textOf(finding) },
          locations: locationsOf(finding, subject),
          ...historyOf(finding, known),
          properties: propertiesOf(finding),
        })),
        ...(asOf !== undefined && { properties: { asOf } }),
      },
    ],
  };
}

/** Whoever could not look has not found nothing. */
const isFailure = ({ whose, severity }: Finding): boolean =>
  whose === "scanner" && severity === "error";

const artifactOf = ({ path, sha256 }: { readonly path: string; readonly sha256: string }) => ({
  location: { uri: uriOf(path) },
  hashes: { "sha-256": sha256 },
});

const textOf = ({ message, fix }: Finding): string => (fix === "" ? message : `${message} ${fix}`);

/** How a finding is recognised later, whether it was there before, and whether it was let pass. */
function historyOf({ fingerprint, waived }: Finding, known: Baseline) {
  if (fingerprint === undefined) return {};
  const justification = waived?.reason;
  return {
    partialFingerprints: { "offerpress/v1": fingerprint },
    ...known.stateOf(fingerprint),
    ...(justification !== undefined && {
      suppressions: [{ kind: "external" as const, status: "accepted" as const, justification }],
    }),
  };
}

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
