import type { Submission } from "../publishing/submission.ts";
import type { Lead } from "./lead.ts";

const ticksAtUnixEpoch = 621_355_968_000_000_000n;

/** The moment in ticks of 100 ns since year 1, as CPP's test leads carry it. */
export const ticksOf = (at: Date): string =>
  String(BigInt(at.getTime()) * 10_000n + ticksAtUnixEpoch);

/** The lead that tries a destination; the same submission always sends the same row. */
export function testLead(submission: Submission, offerTitle: string, at: Date): Lead {
  const marker = `MSFT_TEST_${ticksOf(at)}`;
  return {
    leadId: `test.${submission.submissionId}`,
    createdAt: at.toISOString(),
    payload: {
      ActionCode: "INS",
      OfferTitle: offerTitle,
      LeadSource: `AzureMarketplace-INS|${submission.publisherId}.${submission.offerId}`,
      UserDetails: {
        Company: `${marker}_company`,
        Country: "US",
        Email: `${marker}@test.com`,
        FirstName: `${marker}_first`,
        LastName: `${marker}_last`,
        Phone: "1234567890",
        Title: `${marker}_title`,
      },
    },
  };
}
