import type { StepMessage } from "../progress/progress.ts";

const say =
  (level: StepMessage["level"]) =>
  (text: string, at: string, link?: string): StepMessage => ({
    text,
    level,
    at,
    ...(link === undefined ? {} : { link }),
  });
const tell = say("information");
const warn = say("warning");
const fail = say("error");

/** What steps say on the Status tab. */
export const stepNotices = {
  retrying: (reason: string, at: string) =>
    tell(`A part of our service did not answer (${reason}). We are trying again.`, at),
  blocked: (reason: string, at: string) =>
    warn(
      `This step is held up on our side: ${reason}. Your offer has done nothing wrong and keeps its place; the operator has been told and will resume it.`,
      at,
    ),
  unblocked: (at: string) => tell("The step has been resumed.", at),
  skipped: (reason: string, at: string) => tell(reason, at),
  previewOpen: (at: string) =>
    tell(
      "Your preview is open to the preview subscriptions of the offer. Deploy it, verify it, then select Go Live; or cancel.",
      at,
    ),
  goLiveReminder: (at: string) =>
    tell("Your preview is still waiting for you: select Go Live, or cancel.", at),
  leadAccepted: (destination: string, at: string) =>
    tell(`A test lead was accepted by ${destination}.`, at),
  noLeads: (at: string) =>
    tell("The offer names no lead destination, so no leads will be delivered.", at),
  packaged: (plan: string, version: string, sha256: string, at: string) =>
    tell(`Plan ${plan} version ${version} is packaged (SHA-256 ${sha256}).`, at),
  reviewOpened: (round: number, at: string) =>
    tell(`Round ${String(round)} of the review is open; it is the reviewers' turn.`, at),
  reviewIssue: (title: string, at: string, link?: string) =>
    fail(`The reviewers reported: ${title}. Address it and say so there.`, at, link),
  reviewWithPublisher: (open: number, at: string) =>
    warn(
      `${String(open)} ${open === 1 ? "issue is" : "issues are"} waiting for you. The review goes on when every one is addressed.`,
      at,
    ),
  reviewAddressed: (at: string) =>
    tell("Every reported issue is addressed; the reviewers look again.", at),
  reviewApproved: (at: string) => tell("The reviewers approved the offer.", at),
  reviewRejected: (reason: string, at: string) =>
    fail(`The reviewers rejected the offer: ${reason}`, at),
  regionReplicated: (region: string, at: string) => tell(`Replicated to ${region}.`, at),
  regionFailed: (region: string, at: string) =>
    warn(`${region} could not be reached; it alone is tried again.`, at),
  released: (at: string) => tell("This version is live.", at),
};
