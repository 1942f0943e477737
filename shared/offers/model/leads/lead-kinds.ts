import type { z } from "zod";
import {
  BlobLeads,
  CrmLeads,
  HttpsLeads,
  type LeadSettings,
  MarketoLeads,
  SalesforceLeads,
  TableLeads,
} from "./lead-configurations.ts";

interface LeadKind {
  readonly kind: LeadSettings["kind"];
  /** As the offer editor says it. */
  readonly name: string;
  /** The field that configures it, below the marketplace's prefix. */
  readonly configuredBy: string;
  readonly configuration: z.ZodType;
  /** What `leadDestination` may say, in letters only. */
  readonly spellings: readonly string[];
}

export const leadKinds: readonly LeadKind[] = [
  {
    kind: "azure-table",
    name: "Azure Table",
    configuredBy: "tableLeadConfiguration",
    configuration: TableLeads,
    spellings: ["azuretable", "table", "azuretablestorage"],
  },
  {
    kind: "azure-blob",
    name: "Azure Blob",
    configuredBy: "blobLeadConfiguration",
    configuration: BlobLeads,
    spellings: ["azureblob", "blob", "azureblobstorage"],
  },
  {
    kind: "dynamics-crm",
    name: "Dynamics CRM Online",
    configuredBy: "crmLeadConfiguration",
    configuration: CrmLeads,
    spellings: ["dynamicscrm", "crm", "dynamicscrmonline", "dynamics"],
  },
  {
    kind: "https-endpoint",
    name: "HTTPS endpoint",
    configuredBy: "httpsEndpointLeadConfiguration",
    configuration: HttpsLeads,
    spellings: ["httpsendpoint", "https"],
  },
  {
    kind: "marketo",
    name: "Marketo",
    configuredBy: "marketoLeadConfiguration",
    configuration: MarketoLeads,
    spellings: ["marketo"],
  },
  {
    kind: "salesforce",
    name: "Salesforce",
    configuredBy: "salesForceLeadConfiguration",
    configuration: SalesforceLeads,
    spellings: ["salesforce"],
  },
];

/** The kind of destination that `leadDestination` names; undefined when it is none of the six. */
export function leadKindOf(said: string): LeadKind | undefined {
  const letters = said.toLowerCase().replace(/[^a-z]/g, "");
  return leadKinds.find(({ spellings }) => spellings.includes(letters));
}

/** What the offer editor calls a kind, and how it is configured. */
export function leadKindNamed(kind: LeadSettings["kind"]): LeadKind {
  const found = leadKinds.find((one) => one.kind === kind);
  if (!found) throw new Error(`no lead destination ${kind}`);
  return found;
}
