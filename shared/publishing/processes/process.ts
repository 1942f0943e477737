/** The steps an offer can pass through; each process revision uses some of them, in its own order. */
export const stepIds = [
  "validate-prerequisites",
  "validate-influenced-revenue",
  "certification",
  "test-drive-validation",
  "packaging",
  "publisher-sign-off",
  "microsoft-review",
  "replication",
  "live",
] as const;
export type StepId = (typeof stepIds)[number];

/** How long a row takes at most; business days leave out weekends and public holidays. */
export type Estimate =
  | { readonly unit: "minutes" | "hours"; readonly most: number }
  | { readonly unit: "business-days"; readonly least?: number; readonly most: number }
  | { readonly unit: "manual" };

/** One row of a publishing table. */
export interface ProcessRow {
  readonly step: StepId;
  /** The step's id in the CPP dialect. */
  readonly wireId: string;
  readonly title: string;
  readonly description: string;
  readonly estimate: Estimate;
  readonly applies: "always" | "with-test-drive";
}

export const processIds = ["2018-01", "2018-12"] as const;
export type ProcessId = (typeof processIds)[number];

/** A revision of the publishing process: its rows in the order an offer passes through them. */
export interface Process {
  readonly id: ProcessId;
  readonly rows: readonly ProcessRow[];
  /** What to allow for the whole, where the revision promises it. */
  readonly overall?: Estimate;
}
