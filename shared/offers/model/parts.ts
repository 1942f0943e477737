import { listOf, objectOf, textOf } from "../json-fields.ts";
import type { JsonObject } from "../json-fields.ts";
import { offerFieldsOf, testDriveOf } from "../offer-document.ts";
import { applications, newestPackage, plansOf, skuKindOf } from "../plans.ts";
import { ManagedPackage } from "./plans/package-entry.ts";
import type { Part } from "./inspect/part.ts";
import {
  Definition,
  Envelope,
  OfferFields,
  PlanCount,
  SolutionTemplatePlan,
  TestDriveFields,
  TestDriveSwitch,
} from "./offer-model.ts";

const offerPath = ["definition", "offer"];
const plansPath = ["definition", "plans"];

/** The parts of a document that publishing looks at, each with what the model says of it. */
export function partsOf(document: JsonObject): readonly Part[] {
  const definition = objectOf(document["definition"]);
  const offer = offerFieldsOf(document);
  const drive = testDriveOf(document).enabled ? TestDriveFields : TestDriveSwitch;
  return [
    { schema: Envelope, value: document, path: [] },
    { schema: Definition, value: definition, path: ["definition"] },
    { schema: OfferFields, value: offer, path: offerPath },
    { schema: PlanCount, value: definition, path: ["definition"] },
    ...listOf(definition["plans"]).map((value, index) => ({
      schema: SolutionTemplatePlan,
      value,
      path: [...plansPath, index],
    })),
    ...managedPackages(document),
    { schema: drive, value: offer, path: offerPath },
  ];
}

/** Of a managed application only the package that customers get has to be complete. */
const managedPackages = (document: JsonObject): Part[] =>
  plansOf(document).flatMap((plan, index) => {
    const newest = newestPackage(plan);
    const isManaged = skuKindOf(textOf(plan.skuType)) === "managed-application";
    if (!isManaged || newest === undefined) return [];
    const path = [...plansPath, index, `${applications}package`, newest.version];
    return [{ schema: ManagedPackage, value: newest.entry, path }];
  });
