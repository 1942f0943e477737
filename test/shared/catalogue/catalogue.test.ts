import { describe, expect, it } from "vitest";
import { buildEntry } from "../../../shared/catalogue/build-entry.ts";
import {
  maySeePreview,
  publicView,
  withLive,
  withPreview,
  withoutPreview,
} from "../../../shared/catalogue/catalogue-switch.ts";
import { at, submissionOf } from "../support/progress-of.ts";
import { validOffer } from "../support/valid-offer.ts";

const sha256 = "a".repeat(64);
const packaged = {
  planId: "basic",
  sha256,
  size: 9,
  files: [{ path: "mainTemplate.json", sha256, size: 3 }],
};
const document = validOffer({
  offer: {
    "microsoft-azure-marketplace.leadDestination": "AzureTable",
    "microsoft-azure-marketplace.tableLeadConfiguration": { connectionString: "AccountKey=hush" },
  },
});
const entry = () => buildEntry(submissionOf(2), document, [packaged], at(1));

describe("a catalogue entry", () => {
  it("holds the newest package of each plan and its manifest", () => {
    expect(entry()).toMatchObject({
      publisherId: "contoso",
      offerId: "sample",
      submission: 2,
      title: "Sample",
      plans: [
        {
          planId: "basic",
          version: "1.0.0",
          package: { sha256, size: 9 },
          manifest: packaged.files,
        },
      ],
    });
  });

  it("holds no secret and no contact", () => {
    const text = JSON.stringify(entry());
    expect(text).not.toContain("hush");
    expect(text).not.toContain("ada@contoso.com");
  });

  it("is not made while a plan is not packaged", () => {
    expect(() => buildEntry(submissionOf(2), document, [], at(1))).toThrow(/basic.*not packaged/);
  });

  it("is shown in preview to its subscriptions only, and never names them", () => {
    expect(maySeePreview(entry(), "00000000-0000-4000-8000-000000000001".toUpperCase())).toBe(true);
    expect(maySeePreview(entry(), "00000000-0000-4000-8000-000000000002")).toBe(false);
    expect(publicView(entry())).not.toHaveProperty("previewSubscriptions");
  });
});

describe("the catalogue row", () => {
  const live = withLive(undefined, submissionOf(1), at(1));

  it("keeps the live version while an update is in preview or is withdrawn", () => {
    const preview = withPreview(live, submissionOf(2));
    expect(preview).toMatchObject({ live: { submission: 1 }, preview: { submission: 2 } });
    expect(withoutPreview(preview, submissionOf(2))).toEqual(live);
    expect(withoutPreview(preview, submissionOf(3))).toBe(preview);
  });

  it("switches to the update in one step, and twice is once", () => {
    const switched = withLive(withPreview(live, submissionOf(2)), submissionOf(2), at(5));
    expect(switched).toEqual({
      publisherId: "contoso",
      offerId: "sample",
      live: { submission: 2, since: at(5) },
    });
    expect(withLive(switched, submissionOf(2), at(9))).toEqual(switched);
  });

  it("never goes back to an older submission", () => {
    const second = withLive(undefined, submissionOf(2), at(5));
    expect(withLive(second, submissionOf(1), at(6))).toEqual(second);
  });
});
