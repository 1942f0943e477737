import type { Finding } from "../../../shared/findings/finding.ts";
import { leadDestinationOf } from "../../../shared/leads/lead-destination.ts";
import { leadKindNamed } from "../../../shared/offers/model/leads/lead-kinds.ts";
import { testLead } from "../../../shared/leads/test-lead.ts";
import { marketplace, marketplaceText } from "../../../shared/offers/offer-document.ts";
import type { Ports } from "../../../shared/ports.ts";
import type { JsonObject } from "../../../shared/ports/values.ts";
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
  if (leads.kind === "none") return { findings: [], messages: [stepNotices.noLeads(at)] };
  if (leads.kind === "invalid") return { findings: leads.findings, messages: [] };
  const { settings } = leads;
  const { name, configuredBy } = leadKindNamed(settings.kind);
  const lead = testLead(submission, marketplaceText(document, "title"), new Date(startedAt));
  const answer = await ports.leads.send(settings, lead);
  return answer.ok
    ? { findings: [], messages: [stepNotices.leadAccepted(name, at)] }
    : { findings: [refused(name, configuredBy, answer.reason)], messages: [] };
}

const refused = (destination: string, configuredBy: string, reason: string): Finding => ({
  ruleId: "lead-destination-takes-leads",
  severity: "error",
  message: `The test lead was refused by ${destination}: ${reason}`,
  fix: "Correct the lead destination's settings, see that it takes leads from us, and publish again.",
  field: `definition.offer.${marketplace}${configuredBy}`,
  tab: "Marketplace",
  label: destination,
  whose: "content",
});
