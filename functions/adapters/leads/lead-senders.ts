import type { LeadDestinations } from "../../../shared/ports/outside.ts";
import type { GuardedFetch } from "../outbound/guarded-fetch.ts";
import { sendToBlobs } from "./blob-leads.ts";
import { entraLogin, sendToCrm } from "./crm-leads.ts";
import { sendToHttpsEndpoint } from "./https-leads.ts";
import { marketoForm, sendToMarketo } from "./marketo-leads.ts";
import { sendToSalesforce, webToLead } from "./salesforce-leads.ts";
import type { CheckStorage } from "./storage-check.ts";
import { sendToTable } from "./table-leads.ts";

/** Addresses of services that are the same for every publisher. */
interface LeadServices {
  readonly login: string;
  readonly salesforce: string;
  readonly marketo: (serverId: string) => string;
}

const publicServices: LeadServices = {
  login: entraLogin,
  salesforce: webToLead,
  marketo: marketoForm,
};

/** All six kinds of lead destination. */
export function leadSenders(
  fetch: GuardedFetch,
  checkStorage: CheckStorage,
  services: LeadServices = publicServices,
): LeadDestinations {
  const toTable = sendToTable(checkStorage);
  const toBlobs = sendToBlobs(checkStorage);
  const toCrm = sendToCrm(fetch, services.login);
  const toEndpoint = sendToHttpsEndpoint(fetch);
  const toMarketo = sendToMarketo(fetch, services.marketo);
  const toSalesforce = sendToSalesforce(fetch, services.salesforce);
  return {
    send(settings, lead) {
      switch (settings.kind) {
        case "azure-table":
          return toTable(settings.configuration, lead);
        case "azure-blob":
          return toBlobs(settings.configuration, lead);
        case "dynamics-crm":
          return toCrm(settings.configuration, lead);
        case "https-endpoint":
          return toEndpoint(settings.configuration, lead);
        case "marketo":
          return toMarketo(settings.configuration, lead);
        case "salesforce":
          return toSalesforce(settings.configuration, lead);
      }
    },
  };
}
