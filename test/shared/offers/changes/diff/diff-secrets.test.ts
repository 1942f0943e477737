import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffOffers } from "../../../../../shared/offers/changes/diff/offer-diff.ts";
import { validOffer, validPlan } from "../../../support/valid-offer.ts";

const marketplace = "microsoft-azure-marketplace.";
const drive = "microsoft-azure-marketplace-testdrive.";
const table = (connectionString: unknown) =>
  validOffer({ offer: { [`${marketplace}tableLeadConfiguration`]: { connectionString } } });

/** Where secrets stand: as they should, and as a client may have got them wrong. */
const places: readonly ((secret: unknown) => Record<string, unknown>)[] = [
  (secret) => ({ [`${marketplace}tableLeadConfiguration`]: { connectionString: secret } }),
  (secret) => ({
    [`${marketplace}crmLeadConfiguration`]: { applicationID: "a", password: secret },
  }),
  (secret) => ({ [`${marketplace}httpsEndpointLeadConfiguration`]: { httpsEndpointUri: secret } }),
  (secret) => ({ [`${marketplace}blobLeadConfiguration`]: JSON.stringify(secret) }),
  (secret) => ({ [`${marketplace}blobLeadConfiguration`]: [secret] }),
  (secret) => ({ [`${drive}applicationKey`]: secret }),
];

describe("secrets in a difference", () => {
  it("are told as changed, and not shown", () => {
    const { changes } = diffOffers(table("AccountKey=hunter2"), table("AccountKey=hunter3"));
    expect(changes).toEqual([
      {
        kind: "changed",
        tab: "Marketplace",
        label: "Azure Table › Connection string",
        field: `definition.offer.${marketplace}tableLeadConfiguration.connectionString`,
        jsonPath: `$.definition.offer['${marketplace}tableLeadConfiguration'].connectionString`,
        hidden: true,
      },
    ]);
    expect(diffOffers(table("AccountKey=hunter2"), table("AccountKey=hunter2")).changes).toEqual(
      [],
    );
  });

  it("are told when they come and go", () => {
    expect(diffOffers(validOffer(), table("hunter2")).changes).toMatchObject([
      { kind: "added", hidden: true, after: {} },
    ]);
    expect(diffOffers(table("hunter2"), validOffer()).changes).toMatchObject([
      { kind: "removed", hidden: true, before: {} },
    ]);
  });

  it("never leak, wherever a client puts them", () => {
    const secret = fc.string({ minLength: 12, maxLength: 20 }).map((text) => `hunter2${text}`);
    const shaped = fc.oneof(secret, fc.array(secret), fc.dictionary(fc.string(), secret));
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.option(shaped),
        fc.option(shaped),
        (place, a, b) => {
          const [before, after] = [a, b].map((one) => validOffer({ offer: one ? place(one) : {} }));
          expect(JSON.stringify(diffOffers(before!, after!))).not.toContain("hunter2");
        },
      ),
    );
  });

  it("are not shown as signatures of addresses, and a renewed one is no change", () => {
    const at = (packageFile: string) =>
      validOffer({
        plans: [
          validPlan({
            "microsoft-azure-applications.package": {
              "1.0.0": { packageVersion: { packageFile } },
            },
          }),
        ],
      });
    const signed = (file: string, sig: string) => at(`https://a.com/${file}.zip?sv=1&sig=${sig}`);
    expect(diffOffers(signed("a", "hunter2"), signed("a", "hunter3")).changes).toEqual([]);
    const diff = JSON.stringify(diffOffers(signed("a", "hunter2"), signed("b", "hunter3")));
    expect(diff).toContain("b.zip?sv=1&sig=…");
    expect(diff).not.toContain("hunter");
  });
});
