import { type ResourceTypes, shippedResourceTypes } from "./resource-types.ts";

/** What rules have to know beside the package; the same facts give the same verdict. */
export interface CertificationFacts {
  /** The day the package is judged as of, as YYYY-MM-DD. */
  readonly asOf: string;
  readonly resourceTypes: ResourceTypes;
}

/** The facts of a day, as far as this version knows them. */
export const factsAsOf = (day: Date): CertificationFacts => ({
  asOf: day.toISOString().slice(0, 10),
  resourceTypes: shippedResourceTypes(),
});
