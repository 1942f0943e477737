import { z } from "zod";
import type { JsonObject } from "./json-fields.ts";
import { listOf, objectOf, textOf } from "./json-fields.ts";

/** The envelope of an offer document; fields we do not know are kept as they are. */
export const OfferDocument = z.looseObject({
  id: z.string().optional(),
  publisherId: z.string().optional(),
  offerTypeId: z.string().optional(),
  definition: z.looseObject({
    displayText: z.string().optional(),
    offer: z.record(z.string(), z.unknown()).optional(),
    plans: z.array(z.looseObject({ planId: z.string() })).optional(),
  }),
});
export type OfferDocument = z.infer<typeof OfferDocument>;

export const marketplace = "microsoft-azure-marketplace.";
export const testDrive = "microsoft-azure-marketplace-testdrive.";

/** The dotted keys of the offer itself. */
export const offerFieldsOf = (document: JsonObject): JsonObject =>
  objectOf(objectOf(document["definition"])["offer"]);

/** A `microsoft-azure-marketplace.` field as text. */
export const marketplaceText = (document: JsonObject, name: string): string =>
  textOf(offerFieldsOf(document)[marketplace + name]);

export const displayTextOf = (document: JsonObject): string =>
  textOf(objectOf(document["definition"])["displayText"]);

export const offerTypeIdOf = (document: JsonObject): string =>
  textOf(document["offerTypeId"]) || "microsoft-azure-applications";

/** The Azure subscriptions that may see the preview. */
export const previewSubscriptionsOf = (document: JsonObject): readonly string[] =>
  listOf(offerFieldsOf(document)[`${marketplace}allowedSubscriptions`])
    .map(textOf)
    .filter((subscription) => subscription !== "");

/** The publishing process an offer asks for, if it asks for one. */
export const processChoiceOf = (document: JsonObject): string | undefined =>
  textOf(offerFieldsOf(document)["offerpress.publishingProcess"]) || undefined;

export interface TestDriveSettings {
  readonly enabled: boolean;
  /** What `package` says; see asset-reference.ts. */
  readonly packageRef: string;
  readonly regions: readonly string[];
  readonly hotInstances: unknown;
  readonly warmInstances: unknown;
  readonly coldInstances: unknown;
  readonly durationHours: unknown;
  readonly accessInformation: string;
  readonly description: string;
  readonly subscriptionId: string;
  readonly tenantId: string;
  readonly applicationId: string;
}

/** The Test Drive tab. CPP's names below `enabled` are unknown; these are ours. */
export function testDriveOf(document: JsonObject): TestDriveSettings {
  const fields = offerFieldsOf(document);
  const own = (name: string): unknown => fields[testDrive + name];
  return {
    enabled: own("enabled") === true,
    packageRef: textOf(own("package")),
    regions: listOf(own("regions")).map(textOf),
    hotInstances: own("hotInstances"),
    warmInstances: own("warmInstances"),
    coldInstances: own("coldInstances"),
    durationHours: own("durationHours"),
    accessInformation: textOf(own("accessInformation")),
    description: textOf(own("description")),
    subscriptionId: textOf(own("subscriptionId")),
    tenantId: textOf(own("tenantId")),
    applicationId: textOf(own("applicationId")),
  };
}
