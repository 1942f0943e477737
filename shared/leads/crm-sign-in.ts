import type { Finding } from "../findings/finding.ts";
import type { DocumentPath } from "../offers/changes/document-path.ts";
import type { JsonObject } from "../offers/json-fields.ts";
import { textOf } from "../offers/json-fields.ts";
import { problemAt } from "../offers/model/inspect/model-finding.ts";

const appFields = {
  applicationId: "Application ID",
  applicationKey: "Application key",
  directoryId: "Directory ID",
};

/** Dynamics takes leads from an app registration; name and password no longer sign in there. */
export function checkCrm(configuration: JsonObject, path: DocumentPath): Finding[] {
  const found = (name: string, label: string, said: { message: string; fix: string }): Finding =>
    problemAt("lead-destination", { tab: "Marketplace", label, path: [...path, name] }, said);
  if (configuration["authentication"] === "Office365") {
    const message = "Dynamics no longer lets anybody sign in by name and password.";
    const fix =
      "Register an app that may write leads, choose AAD and enter its ID, key and directory.";
    return [found("authentication", "Authentication", { message, fix })];
  }
  return Object.entries(appFields).flatMap(([name, label]) =>
    textOf(configuration[name]) !== ""
      ? []
      : [found(name, label, { message: `${label} is missing.`, fix: `Enter the ${label}.` })],
  );
}
