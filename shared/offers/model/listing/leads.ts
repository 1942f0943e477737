import { z } from "zod";
import { text } from "../formats.ts";
import { fieldsOf } from "../notes.ts";

const field = fieldsOf("Marketplace", "lead-destination");

const configuration = (label: string, value: string): z.ZodType =>
  field(z.looseObject({}), {
    label,
    need: "optional",
    what: `Used when the lead destination is ${value}; may be {} otherwise.`,
    form: "an object",
    example: {},
  });

/** Where leads go. */
export const leadFields = {
  leadDestination: field(text(50), {
    label: "Lead destination",
    need: "optional",
    what: "Where the names of interested customers are sent. A test lead is sent when the offer is published.",
    form: "None, AzureTable, AzureBlob, DynamicsCRM, HttpsEndpoint, Marketo or Salesforce",
    example: "None",
  }),
  tableLeadConfiguration: configuration("Azure Table", "AzureTable"),
  blobLeadConfiguration: configuration("Azure Blob", "AzureBlob"),
  crmLeadConfiguration: configuration("Dynamics CRM Online", "DynamicsCRM"),
  httpsEndpointLeadConfiguration: configuration("HTTPS endpoint", "HttpsEndpoint"),
  marketoLeadConfiguration: configuration("Marketo", "Marketo"),
  salesForceLeadConfiguration: configuration("Salesforce", "Salesforce"),
};
