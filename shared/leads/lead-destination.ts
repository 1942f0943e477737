import type { Finding } from "../findings/finding.ts";
import { marketplace, offerFieldsOf } from "../offers/offer-document.ts";
import type { JsonObject } from "../offers/json-fields.ts";
import { textOf } from "../offers/json-fields.ts";
import { problem } from "../offers/prerequisites/prerequisite-finding.ts";
import { TableLeadConfiguration } from "./lead.ts";

/** Where an offer's leads go. */
export type LeadDestinationChoice =
  | { readonly kind: "none" }
  | { readonly kind: "azure-table"; readonly configuration: TableLeadConfiguration }
  | { readonly kind: "invalid"; readonly finding: Finding };

/** CPP documents only `None`; the rest is spelt as its configuration objects are, with or without case. */
const known: Readonly<Record<string, string>> = {
  azuretable: "Azure Table",
  table: "Azure Table",
  azureblob: "Azure Blob",
  blob: "Azure Blob",
  crm: "Dynamics CRM Online",
  dynamicscrm: "Dynamics CRM Online",
  httpsendpoint: "HTTPS endpoint",
  https: "HTTPS endpoint",
  marketo: "Marketo",
  salesforce: "Salesforce",
};

const supported = "Supported are None and AzureTable.";

const invalid = (name: string, message: string, fix: string): LeadDestinationChoice => ({
  kind: "invalid",
  finding: problem("lead-destination", {
    field: `definition.offer.${marketplace}${name}`,
    message,
    fix,
  }),
});

/** Reads the lead settings of an offer document. */
export function leadDestinationOf(document: JsonObject): LeadDestinationChoice {
  const offer = offerFieldsOf(document);
  const said = textOf(offer[`${marketplace}leadDestination`]);
  const letters = said.toLowerCase().replace(/[^a-z]/g, "");
  if (letters === "" || letters === "none") return { kind: "none" };
  const name = known[letters];
  if (name === undefined)
    return invalid("leadDestination", `"${said}" is not a lead destination.`, supported);
  if (name !== "Azure Table") {
    const message = `Leads cannot be delivered to ${name} here.`;
    return invalid("leadDestination", message, supported);
  }
  const configuration = TableLeadConfiguration.safeParse(
    offer[`${marketplace}tableLeadConfiguration`],
  );
  if (configuration.success) return { kind: "azure-table", configuration: configuration.data };
  return invalid(
    "tableLeadConfiguration",
    "The Azure Table for leads is not described completely.",
    "Enter the storage account's connectionString and, if you like, a tableName of 3 to 63 letters and digits.",
  );
}
