/** Names and list places that lead from the top of an offer document to a value. */
export type DocumentPath = readonly (string | number)[];

/** A path as the offer model's findings write it: `definition.plans[0].planId`. */
export const fieldOf = (path: DocumentPath): string =>
  path
    .map((step) => (typeof step === "number" ? `[${String(step)}]` : `.${step}`))
    .join("")
    .replace(/^\./, "");

const nameStep = (name: string): string =>
  /^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `['${name.replace(/['\\]/g, (mark) => `\\${mark}`)}']`;

/** A path as JSONPath: `$.definition.offer['microsoft-azure-marketplace.title']`. */
export const jsonPathOf = (path: DocumentPath): string =>
  `$${path.map((step) => (typeof step === "number" ? `[${String(step)}]` : nameStep(step))).join("")}`;
