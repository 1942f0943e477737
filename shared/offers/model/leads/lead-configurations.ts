import { z } from "zod";
import { fieldsOf } from "../notes.ts";
import { guid, guidForm, secureAddress, secureAddressForm, text } from "../formats.ts";

const field = fieldsOf("Marketplace", "lead-destination");
const secret = "It is written and never shown again.";

/** Azure Table: a row per lead. */
export const TableLeads = z.looseObject({
  connectionString: field(text(2048), {
    label: "Storage connection string",
    need: "required",
    what: `The storage account whose table gets the leads. ${secret}`,
    form: "a connection string with an https endpoint",
  }),
  tableName: field(z.string().regex(/^[A-Za-z][A-Za-z0-9]{2,62}$/), {
    label: "Table name",
    need: "optional",
    what: "The table; MarketplaceLeads when it is left out.",
    form: "3 to 63 letters and digits, the first a letter",
    example: "MarketplaceLeads",
  }),
});

/** Azure Blob: a blob per lead. */
export const BlobLeads = z.looseObject({
  connectionString: field(text(2048), {
    label: "Storage connection string",
    need: "required",
    what: `The storage account whose container gets the leads. ${secret}`,
    form: "a connection string with an https endpoint",
  }),
  containerName: field(z.string().regex(/^[a-z0-9](?:-?[a-z0-9]){2,62}$/), {
    label: "Container name",
    need: "required",
    what: "The container; it is made when it is not there.",
    form: "3 to 63 lower-case letters, digits and inner dashes",
    example: "marketplace-leads",
  }),
});

/** Dynamics CRM Online: a lead record per lead. */
export const CrmLeads = z.looseObject({
  url: field(secureAddress, {
    label: "Dynamics URL",
    need: "required",
    what: "Your Dynamics organisation.",
    form: secureAddressForm,
    example: "https://contoso.crm.dynamics.com",
  }),
  authentication: field(z.enum(["AAD", "Office365"]), {
    label: "Authentication",
    need: "required",
    what: "How Offerpress signs in. Office365 (name and password) was ended by its maker; use AAD.",
    form: "AAD or Office365",
    example: "AAD",
  }),
  applicationId: field(guid, {
    label: "Application ID",
    need: "optional",
    what: "The app registration that writes the leads; needed with AAD.",
    form: guidForm,
  }),
  applicationKey: field(text(512), {
    label: "Application key",
    need: "optional",
    what: `Its secret; needed with AAD. ${secret}`,
  }),
  directoryId: field(guid, {
    label: "Directory ID",
    need: "optional",
    what: "Its tenant; needed with AAD.",
    form: guidForm,
  }),
  userName: field(text(320), {
    label: "User name",
    need: "optional",
    what: "With Office365 only.",
  }),
  password: field(text(512), {
    label: "Password",
    need: "optional",
    what: `With Office365 only. ${secret}`,
  }),
});

/** Any HTTPS endpoint: each lead is posted as JSON. */
export const HttpsLeads = z.looseObject({
  httpsEndpointUri: field(secureAddress, {
    label: "HTTPS endpoint",
    need: "required",
    what: `Where each lead is posted. Its query often carries a signature, so it is never shown again.`,
    form: secureAddressForm,
  }),
});

/** Marketo: each lead fills in a form. */
export const MarketoLeads = z.looseObject({
  serverId: field(z.string().regex(/^[a-z0-9-]{2,40}$/i), {
    label: "Server ID",
    need: "required",
    what: "The first part of your Marketo address.",
    form: "letters, digits and dashes",
    example: "ys12",
  }),
  munchkinId: field(z.string().regex(/^[0-9]{3}-[A-Za-z]{3}-[0-9]{3}$/), {
    label: "Munchkin ID",
    need: "required",
    what: "Your Marketo account.",
    form: "three digits, three letters, three digits, with dashes between",
    example: "123-PQR-789",
  }),
  formId: field(z.coerce.string().regex(/^[0-9]{1,10}$/), {
    label: "Form ID",
    need: "required",
    what: "The form that the leads fill in.",
    form: "a number",
    example: "1179",
  }),
});

/** Salesforce: each lead goes through web-to-lead. */
export const SalesforceLeads = z.looseObject({
  objectIdentifier: field(z.string().regex(/^[A-Za-z0-9]{15,18}$/), {
    label: "Object identifier",
    need: "required",
    what: "The oid of your web-to-lead form.",
    form: "15 to 18 letters and digits",
    example: "00D300000001XyZ",
  }),
});

/** The settings of the chosen destination. */
export type LeadSettings =
  | {
      readonly kind: "azure-table";
      readonly configuration: { connectionString: string; tableName?: string };
    }
  | {
      readonly kind: "azure-blob";
      readonly configuration: { connectionString: string; containerName: string };
    }
  | {
      readonly kind: "dynamics-crm";
      readonly configuration: {
        url: string;
        authentication: "AAD" | "Office365";
        applicationId?: string;
        applicationKey?: string;
        directoryId?: string;
        userName?: string;
        password?: string;
      };
    }
  | { readonly kind: "https-endpoint"; readonly configuration: { httpsEndpointUri: string } }
  | {
      readonly kind: "marketo";
      readonly configuration: { serverId: string; munchkinId: string; formId: string };
    }
  | { readonly kind: "salesforce"; readonly configuration: { objectIdentifier: string } };
