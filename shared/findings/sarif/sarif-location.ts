import type { Finding } from "../finding.ts";

/** Where a finding is: a place in a file of the package, or a field of the offer document. */
export function locationsOf({ file, line, column, jsonPath, field }: Finding) {
  const name = jsonPath ?? field;
  if (file === undefined && name === undefined) return [];
  const region = line === undefined ? undefined : { startLine: line, startColumn: column ?? 1 };
  return [
    {
      ...(file !== undefined && {
        physicalLocation: {
          artifactLocation: { uri: file.split("/").map(encodeURIComponent).join("/") },
          ...(region && { region }),
        },
      }),
      ...(name !== undefined && {
        logicalLocations: [{ fullyQualifiedName: name, kind: "property" }],
      }),
    },
  ];
}
