import { expect, it } from "vitest";
import type { Finding } from "../../../shared/findings/finding.ts";
import { applyWaivers } from "../../../shared/findings/waivers/apply-waivers.ts";

const finding: Finding = {
  ruleId: "Some-Rule",
  severity: "error",
  message: "Wrong.",
  fix: "Mend it.",
  fingerprint: "a".repeat(32),
  whose: "content",
};
const waiver = {
  publisherId: "contoso",
  offerId: "app",
  fingerprint: "a".repeat(32),
  ruleId: "Some-Rule",
  reason: "It is text.",
  until: "2030-06-30",
  grantedBy: { id: "r", name: "The reviewer" },
  grantedAt: "2030-01-07T09:00:00.000Z",
};

it("a waived finding stays visible and stops nothing, to the end of its last day", () => {
  const [first] = applyWaivers([finding], [waiver], "2030-06-30");
  expect(first).toEqual({
    ...finding,
    severity: "information",
    waived: { reason: "It is text.", until: "2030-06-30" },
  });
  expect(applyWaivers([finding], [waiver], "2030-07-01")).toEqual([finding]);
});

it.each([{ fingerprint: "b".repeat(32) }, { ruleId: "Other-Rule" }, { fingerprint: undefined }])(
  "a finding with %j is not the waived one",
  (other) => {
    const different = { ...finding, ...other };
    expect(applyWaivers([different], [waiver], "2030-06-30")).toEqual([different]);
  },
);
