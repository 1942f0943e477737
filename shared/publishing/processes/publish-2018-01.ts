import type { Process } from "./process.ts";

/** The table of January 2018: eight steps, with a review between Go Live and Live. */
export const publish201801: Process = {
  id: "2018-01",
  rows: [
    {
      step: "validate-prerequisites",
      wireId: "displaydummycertify",
      title: "Validate prerequisites",
      description: "The offer's information and settings are checked against the offer model.",
      estimate: { unit: "minutes", most: 15 },
      applies: "always",
    },
    {
      step: "validate-influenced-revenue",
      wireId: "validate-influenced-revenue",
      title: "Validate influenced revenue settings",
      description: "The main template of every plan is checked for its usage-tracking resource.",
      estimate: { unit: "minutes", most: 15 },
      applies: "always",
    },
    {
      step: "certification",
      wireId: "displaycertify",
      title: "Certification",
      description:
        "Packages are examined for malware, secrets, template and security mistakes, and against the eligibility criteria.",
      estimate: { unit: "business-days", most: 1 },
      applies: "always",
    },
    {
      step: "test-drive-validation",
      wireId: "test-drive-validation",
      title: "Test Drive validation",
      description: "The Test Drive is checked to deploy and replicate in each of its regions.",
      estimate: { unit: "hours", most: 2 },
      applies: "with-test-drive",
    },
    {
      step: "packaging",
      wireId: "displaypackage",
      title: "Packaging and lead generation registration",
      description: "Customer packages are made and the lead destination is set up and tried.",
      estimate: { unit: "hours", most: 1 },
      applies: "always",
    },
    {
      step: "publisher-sign-off",
      wireId: "publisher-signoff",
      title: "Publisher sign-off",
      description:
        "The preview is open to the offer's preview subscriptions. Verify it, then select Go Live.",
      estimate: { unit: "manual" },
      applies: "always",
    },
    {
      step: "microsoft-review",
      wireId: "microsoft-review",
      title: "Microsoft review",
      description:
        "Reviewers look at the whole application. Each issue they report must be addressed.",
      estimate: { unit: "business-days", least: 7, most: 14 },
      applies: "always",
    },
    {
      step: "live",
      wireId: "live",
      title: "Live",
      description: "The offer is replicated to its regions, released and shown to the public.",
      estimate: { unit: "business-days", most: 1 },
      applies: "always",
    },
  ],
};
