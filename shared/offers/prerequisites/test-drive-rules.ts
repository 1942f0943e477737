import type { Finding } from "../../findings/finding.ts";
import type { JsonObject } from "../json-fields.ts";
import { problemAt } from "../model/inspect/model-finding.ts";
import { testDrive, testDriveOf } from "../offer-document.ts";

/** A Test Drive has instances; its package's inside is looked at in a later step. */
export function checkTestDrive(document: JsonObject): Finding[] {
  const { enabled, ...settings } = testDriveOf(document);
  const { hotInstances: hot, warmInstances: warm, coldInstances: cold } = settings;
  const counts = [hot, warm, cold].map((count) => count ?? 0);
  // What is no number is the model's to find.
  if (!enabled || counts.some((count) => typeof count !== "number" || count > 0)) return [];
  const place = {
    tab: "Test Drive",
    label: "Cold instances",
    path: ["definition", "offer", `${testDrive}coldInstances`],
  } as const;
  const message = "The Test Drive has no instances.";
  const fix = "Enter whole numbers of hot, warm or cold instances, at least one in all.";
  return [problemAt("test-drive-settings", place, { message, fix })];
}
