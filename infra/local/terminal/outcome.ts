import type { OfferStatus } from "../release/publisher-client.ts";
import type { ReleaseSource } from "../release/release-source.ts";
import type { Screen } from "./screen.ts";
import { findingsOf } from "./step-list.ts";

const count = (findings: number): string =>
  `${String(findings)} ${findings === 1 ? "finding" : "findings"}`;

/** Exit codes: 0 live, 3 findings for the publisher, 1 anything else. */
export function reportOutcome(
  status: OfferStatus,
  source: ReleaseSource,
  url: string,
  screen: Screen,
): number {
  const offer = `${source.publisherId}/${source.offerId}`;
  screen.settle();
  screen.line();
  if (status.status === "succeeded") {
    const plan = source.planId;
    screen.line(screen.style.green(`${offer} is live`));
    screen.line(
      `status     ${url}/api/publishers/${source.publisherId}/offers/${source.offerId}/status?api-version=2017-10-31`,
    );
    screen.line(`catalogue  ${url}/api/catalogue/${offer}`);
    screen.line(`package    ${url}/api/catalogue/${offer}/plans/${plan}/package`);
    return 0;
  }
  const blocking = findingsOf(status).filter((finding) => finding.severity === "error");
  const step = status.steps.find(({ status: s }) => s === "rejected" || s === "blocked");
  const where = step?.stepName ?? status.status;
  screen.line(screen.style.red(`${offer} stopped at ${where}: ${count(blocking.length)} to fix`));
  if (step?.status === "rejected") return 3;
  for (const { messageHtml } of step?.messages ?? []) screen.line(`  ${messageHtml}`);
  return 1;
}
