import type { Finding } from "../finding.ts";

/**
 * Where a finding is. What is in no file of the package, such as a fault of the package as a whole
 * or of a field of the offer, is placed at the subject of the log: GitHub code scanning refuses
 * every result of a log when one has no physical location.
 */
export const locationsOf = (finding: Finding, subject: string) => {
  const name = finding.jsonPath ?? finding.field;
  return [
    {
      physicalLocation: {
        artifactLocation: { uri: uriOf(finding.file ?? subject) },
        ...regionOf(finding),
      },
      ...(name !== undefined && {
        logicalLocations: [{ fullyQualifiedName: name, kind: "property" }],
      }),
    },
  ];
};

/** A path as a relative reference; half a character is no character. */
export const uriOf = (path: string): string =>
  path.toWellFormed().split("/").map(encodeURIComponent).join("/");

function regionOf({ line, column = 1, endLine, endColumn }: Finding) {
  if (line === undefined) return {};
  const end = { ...(endLine && { endLine }), ...(endColumn && { endColumn }) };
  return { region: { startLine: line, startColumn: column, ...end } };
}
