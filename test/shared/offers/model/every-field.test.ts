import { describe, expect, it } from "vitest";
import { modelFields, type ModelField } from "../../../../infra/build/offer-model/model-fields.ts";
import type { Finding } from "../../../../shared/findings/finding.ts";
import type { JsonObject } from "../../../../shared/offers/json-fields.ts";
import { OfferModel } from "../../../../shared/offers/model/offer-model.ts";
import { checkPrerequisites } from "../../../../shared/offers/prerequisites/prerequisites.ts";
import { key } from "../../support/progress-of.ts";
import { changed, pathIn } from "./changed.ts";
import { fullAssets, fullOffer } from "./full-offer.ts";

const check = (document: JsonObject): readonly Finding[] =>
  checkPrerequisites(document, { key, assets: fullAssets() });
const fields = modelFields(OfferModel);
const named = (some: readonly ModelField[]) => some.map((field) => [field.path, field] as const);
const pathOf = (field: ModelField) => pathIn(fullOffer(), field.path);
/** What a client's mistake leaves where text, a number, a list or an object should be. */
const wrong = (value: unknown): unknown => (typeof value === "boolean" ? "perhaps" : [[true]]);

/** The full offer has own terms, a plan for Azure Government, cold instances only, and a managed application. */
const neededByOthers = ["termsOfUse", "fairfaxSupportUrl", "coldInstances", "].regions"];

describe("every field of the model", () => {
  it("is in a complete document, and nothing is wrong with that", () => {
    expect(check(fullOffer())).toEqual([]);
    for (const field of fields) expect(pathOf(field), field.path).toBeDefined();
  });

  it.each(named(fields.filter(({ notes }) => notes.need === "required")))(
    "%s is asked for when it is missing",
    (_path, field) => {
      const path = pathOf(field);
      const found = check(changed(fullOffer(), path, undefined));
      const here = found.filter(({ field: at }) => at === path.text);
      expect(here).toHaveLength(1);
      expect(here[0]).toMatchObject({ severity: "error", tab: field.notes.tab });
      expect(found.filter(({ severity }) => severity === "error")).toEqual(here);
    },
  );

  it.each(named(fields.filter(({ notes }) => notes.need === "recommended")))(
    "%s is missed when it is left out",
    (_path, field) => {
      const path = pathOf(field);
      expect(check(changed(fullOffer(), path, undefined))).toMatchObject([
        { severity: "warning", tab: field.notes.tab, label: field.notes.label, field: path.text },
      ]);
    },
  );

  it.each(named(fields.filter(({ notes }) => notes.need === "optional")))(
    "%s may be left out, unless another field needs it",
    (_path, field) => {
      const path = pathOf(field);
      const found = check(changed(fullOffer(), path, undefined));
      const isNeeded = neededByOthers.some((name) => field.path.endsWith(name));
      expect(found.map(({ field: at }) => at)).toEqual(isNeeded ? [path.text] : []);
    },
  );

  it.each(named(fields))("%s is found when it is something else altogether", (_path, field) => {
    const path = pathOf(field);
    const found = check(changed(fullOffer(), path, wrong(path.value)));
    const here = found.filter(({ field: at }) => at?.startsWith(path.text));
    expect(here.some(({ severity }) => severity === "error")).toBe(true);
    for (const finding of here) {
      expect(finding.tab).toBe(field.notes.tab);
      expect(finding.fix).not.toBe("");
      expect(finding.label).toBeTruthy();
      expect(finding.jsonPath).toMatch(/^\$\./);
    }
  });
});
