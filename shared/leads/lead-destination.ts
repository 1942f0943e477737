import { isBlocking } from "../findings/blocking.ts";
import type { Finding } from "../findings/finding.ts";
import { marketplace, offerFieldsOf } from "../offers/offer-document.ts";
import type { JsonObject } from "../offers/json-fields.ts";
import { objectOf, textOf } from "../offers/json-fields.ts";
import { inspectPart } from "../offers/model/inspect/inspect-part.ts";
import { problemAt } from "../offers/model/inspect/model-finding.ts";
import { withoutBlanks } from "../offers/model/inspect/without-blanks.ts";
import type { LeadSettings } from "../offers/model/leads/lead-configurations.ts";
import { leadKindOf } from "../offers/model/leads/lead-kinds.ts";
import { checkCrm } from "./crm-sign-in.ts";

/** Where an offer's leads go. */
export type LeadDestinationChoice =
  | { readonly kind: "none" }
  | { readonly kind: "leads"; readonly settings: LeadSettings }
  | { readonly kind: "invalid"; readonly findings: readonly Finding[] };

/** Names that later clients use for the same inputs. */
const laterNames: ReadonlyMap<string, string> = new Map([
  ["uri", "url"],
  ["munchkinAccountID", "munchkinId"],
  ["munchkinAccountId", "munchkinId"],
  ["serverID", "serverId"],
  ["formID", "formId"],
  ["applicationID", "applicationId"],
  ["directoryID", "directoryId"],
]);

const withOurNames = (sent: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(sent).map(([name, value]) => [laterNames.get(name) ?? name, value]),
  );

/** Reads the lead settings of an offer document. */
export function leadDestinationOf(document: JsonObject): LeadDestinationChoice {
  const offer = offerFieldsOf(document);
  const said = textOf(offer[`${marketplace}leadDestination`]);
  if (said === "" || said.toLowerCase() === "none") return { kind: "none" };
  const chosen = leadKindOf(said);
  if (chosen === undefined) return { kind: "invalid", findings: [unknownDestination(said)] };
  const name = marketplace + chosen.configuredBy;
  const path = ["definition", "offer", name];
  const value = withOurNames(objectOf(withoutBlanks(offer[name])));
  const findings = [
    ...inspectPart({ schema: chosen.configuration, value, path }),
    ...(chosen.kind === "dynamics-crm" ? checkCrm(value, path) : []),
  ];
  if (findings.some(isBlocking)) return { kind: "invalid", findings };
  const configuration = chosen.configuration.parse(value);
  return { kind: "leads", settings: { kind: chosen.kind, configuration } as LeadSettings };
}

const unknownDestination = (said: string): Finding =>
  problemAt(
    "lead-destination",
    {
      tab: "Marketplace",
      label: "Lead destination",
      path: ["definition", "offer", `${marketplace}leadDestination`],
    },
    {
      message: `"${said.slice(0, 60)}" is not a lead destination.`,
      fix: "Use None, AzureTable, AzureBlob, DynamicsCRM, HttpsEndpoint, Marketo or Salesforce.",
    },
  );
