import type { Process } from "./process.ts";

/** The table of December 2018: six steps, replication after sign-off, ten business days over all. */
export const publish201812: Process = {
  id: "2018-12",
  overall: { unit: "business-days", most: 10 },
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
      step: "certification",
      wireId: "displaycertify",
      title: "Certification",
      description:
        "Packages are examined for malware, secrets, template and security mistakes, and against the eligibility criteria.",
      // The table says one week, and counts in business days.
      estimate: { unit: "business-days", most: 5 },
      applies: "always",
    },
    {
      step: "packaging",
      wireId: "displaypackage",
      title: "Packaging",
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
      step: "replication",
      wireId: "displayprovision",
      title: "Packaging",
      description: "The finished offer is replicated to the production systems and regions.",
      estimate: { unit: "hours", most: 1 },
      applies: "always",
    },
    {
      step: "live",
      wireId: "live",
      title: "Live",
      description: "The offer is released and shown to the public.",
      estimate: { unit: "business-days", most: 4 },
      applies: "always",
    },
  ],
};
