import { expect, it } from "vitest";
import { drawLogo } from "../../../infra/local/release/logo.ts";
import { nextVersion, savedPackages } from "../../../infra/local/release/release-source.ts";
import { offerIdOf } from "../../../infra/local/release/wrap-package.ts";
import { OfferId } from "../../../shared/offers/offer-key.ts";
import { sniff } from "../../../shared/packages/sniff.ts";

it.each([
  [{}, "1.0.0"],
  [{ "1.0.0": {} }, "1.0.1"],
  [{ "1.2.9": {}, "1.10.0": {} }, "1.10.1"],
])("goes one above the highest version of %j", (packages, next) => {
  expect(nextVersion(packages)).toBe(next);
});

it("finds the packages of a saved draft, and none where there is no draft", () => {
  const draft = {
    definition: { plans: [{ "microsoft-azure-applications.package": { "1.0.0": {} } }] },
  };
  expect(Object.keys(savedPackages(draft))).toEqual(["1.0.0"]);
  expect(savedPackages(undefined)).toEqual({});
});

it.each(["sterling.zip", "Weird  Näme (1).ZIP", "---.zip", `${"long-".repeat(30)}.zip`])(
  "makes a valid offer id of %s",
  (file) => {
    expect(OfferId.safeParse(offerIdOf(file)).success).toBe(true);
  },
);

it("draws a PNG of the asked pixels", () => {
  const png = Buffer.from(drawLogo(255, 115));
  expect(sniff(png)).toBe("png");
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([255, 115]);
});
