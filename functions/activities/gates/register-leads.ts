import type { Finding } from "../../../shared/findings/finding.ts";
import { leadDestinationOf } from "../../../shared/leads/lead-destination.ts";
import { testLead } from "../../../shared/leads/test-lead.ts";
import { marketplace, marketplaceText } from "../../../shared/offers/offer-document.ts";
import type { JsonObject, Ports } from "../../../shared/ports.ts";
import { stepNotices } from "../../../shared/publishing/notices/step-notices.ts";
import type { StepMessage } from "../../../shared/publishing/progress/progress.ts";
import type { GateContext } from "../running/run-gate.ts";

interface Registration {
  readonly findings: readonly Finding[];
  readonly messages: readonly StepMessage[];
}

/** Sets up the lead destination by sending it a test lead; a repeated run sends the same row. */
export async function registerLeads(
  ports: Ports,
  { submission, startedAt, at }: GateContext,
  document: JsonObject,
): Promise<Registration> {
  const leads = leadDestinationOf(document);
  switch (leads.kind) {
    case "none":
      return { findings: [], messages: [stepNotices.noLeads(at)] };
    case "invalid":
      return { findings: [leads.finding], messages: [] };
    case "azure-table": {
      const lead = testLead(submission, marketplaceText(document, "title"), new Date(startedAt));
      const answer = await ports.tableLeads.send(leads.configuration, lead);
      const table = `the Azure Table ${leads.configuration.tableName}`;
      return answer.ok
        ? { findings: [], messages: [stepNotices.leadAccepted(table, at)] }
        : { findings: [refused(table, answer.reason)], messages: [] };
    }
  }
}

const refused = (destination: string, reason: string): Finding => ({
  ruleId: "lead-destination-takes-leads",
  severity: "error",
  message: `The test lead was refused by ${destination}: ${reason}`,
  fix: "Correct the connection string, its permissions or the table's name, then publish again.",
  field: `definition.offer.${marketplace}tableLeadConfiguration`,
  whose: "content",
});
