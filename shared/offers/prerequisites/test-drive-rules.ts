import type { Finding } from "../../findings/finding.ts";
import { testDrive, testDriveOf } from "../offer-document.ts";
import type { TestDriveSettings } from "../offer-document.ts";
import { checkAsset } from "./asset-rules.ts";
import type { OfferInspection } from "./offer-inspection.ts";
import { offerField } from "./offer-inspection.ts";
import { problem } from "./prerequisite-finding.ts";

const isCount = (value: unknown): boolean =>
  value === undefined || (Number.isInteger(value) && Number(value) >= 0);

const total = (settings: TestDriveSettings): number =>
  Number(settings.hotInstances ?? 0) +
  Number(settings.warmInstances ?? 0) +
  Number(settings.coldInstances ?? 0);

/** The settings of a Test Drive that is switched on; its package's inside is looked at in a later step. */
export function checkTestDrive(inspection: OfferInspection): Finding[] {
  const settings = testDriveOf(inspection.document);
  if (!settings.enabled) return [];
  const found = (name: string, message: string, fix: string): Finding =>
    problem("test-drive-settings", { field: offerField(testDrive + name), message, fix });
  const hours = Number(settings.durationHours);
  const counts = [settings.hotInstances, settings.warmInstances, settings.coldInstances];
  const findings: Finding[] = [];
  if (settings.description === "")
    findings.push(found("description", "The Test Drive has no description.", "Describe it."));
  if (settings.regions.length === 0)
    findings.push(found("regions", "The Test Drive has no region.", "List an Azure region."));
  if (!Number.isInteger(hours) || hours < 1 || hours > 999)
    findings.push(found("durationHours", "The duration is missing.", "Enter 1 to 999 hours."));
  if (settings.accessInformation === "")
    findings.push(
      found("accessInformation", "The access information is missing.", "Say how to sign in."),
    );
  if (!counts.every(isCount) || total(settings) < 1)
    findings.push(
      found(
        "coldInstances",
        "The Test Drive has no instances.",
        "Enter whole numbers of hot, warm or cold instances, at least one in all.",
      ),
    );
  return [
    ...findings,
    ...checkAsset(inspection, {
      reference: settings.packageRef,
      field: offerField(`${testDrive}package`),
      label: "The Test Drive package",
      kind: "test-drive-package",
    }),
  ];
}
