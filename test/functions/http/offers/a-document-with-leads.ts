import { aDocument } from "../../test-shell.ts";

const leads = "microsoft-azure-marketplace.tableLeadConfiguration";

/** A document whose leads go to a table. */
export const withLeads = (connectionString?: string) =>
  aDocument({
    offer: {
      "microsoft-azure-marketplace.leadDestination": "AzureTable",
      [leads]: connectionString === undefined ? {} : { connectionString },
    },
  });
