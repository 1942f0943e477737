import { templateRule } from "../../rule.ts";

/** Listed because the catalogue lists it; it is switched off there, and objects to nothing here. */
export const vmImagesShouldUseLatestVersion = templateRule(
  {
    id: "VM-Images-Should-Use-Latest-Version",
    title: "Virtual machines use the latest version of an image (not checked)",
    why: "Reviewers have switched this check off: not every image can be asked for its latest version.",
    fix: 'Use "latest" as the version where the image allows it.',
    example: {
      bad: '{ "imageReference": { "offer": "ledger", "version": "1.0.3" } }',
      good: '{ "imageReference": { "offer": "ledger", "version": "latest" } }',
    },
    severity: "warning",
  },
  () => [],
);
