import type { Waiver } from "../findings/waivers/waiver.ts";
import type { Asset } from "../offers/asset.ts";
import type { OfferKey } from "../offers/offer-key.ts";
import type { StepTimes } from "../publishing/estimates/time-taken.ts";
import type { Cause } from "../publishing/history/history-between.ts";
import type { HistoryEntry } from "../publishing/history/history-entry.ts";
import type { ProcessId } from "../publishing/processes/process.ts";
import type { Operation, OfferState, Progress } from "../publishing/progress/progress.ts";
import type { Versioned, JsonObject } from "./values.ts";

/** Offer documents: one mutable draft, and one immutable version per submission. */
export interface OfferDocuments {
  readDraft(key: OfferKey): Promise<Versioned<JsonObject> | undefined>;
  /** `ifMatch` undefined writes whatever is there; "none" creates only. Answers the new ETag, or undefined when the condition failed. */
  writeDraft(
    key: OfferKey,
    document: JsonObject,
    ifMatch: string | undefined,
  ): Promise<string | undefined>;
  /** Writes version `number` once; a second call for the same number changes nothing. */
  freeze(key: OfferKey, number: number, document: JsonObject): Promise<void>;
  readVersion(key: OfferKey, number: number): Promise<JsonObject | undefined>;
}

/** Where offers stand. One partition per offer: `read` is one range query, `write` one transaction. */
export interface ProgressStore {
  read(key: OfferKey): Promise<Versioned<Progress> | undefined>;
  /** As submission `number` left it: its operations and steps; the offer's row is today's, with that submission's number, process and Test Drive. */
  readSubmission(key: OfferKey, number: number): Promise<Progress | undefined>;
  /**
   * Compare-and-swap on the offer's row; undefined when somebody else wrote first. Creates when
   * `before` is undefined. What happened goes into the history with it; the pipeline did it unless
   * `cause` names somebody else.
   */
  write(
    before: Versioned<Progress> | undefined,
    after: Progress,
    cause?: Cause,
  ): Promise<Versioned<Progress> | undefined>;
  /** What happened to an offer, newest first, a page at a time. */
  history(
    key: OfferKey,
    page?: string,
  ): Promise<{ entries: readonly HistoryEntry[]; next?: string }>;
  /** The offers of a publisher, a page at a time. */
  list(
    publisherId: string,
    page?: string,
    most?: number,
  ): Promise<{ offers: readonly OfferState[]; next?: string }>;
  /** How long the steps of the last submissions of a process took. */
  recentTimes(process: ProcessId): Promise<readonly StepTimes[]>;
  /** All operations of an offer, newest first. */
  operations(key: OfferKey): Promise<readonly Operation[]>;
}

/** Findings that reviewers let pass. */
export interface Waivers {
  list(key: OfferKey): Promise<readonly Waiver[]>;
  /** One for each finding and rule; a later one replaces it. */
  put(waiver: Waiver): Promise<void>;
  remove(waiver: Waiver): Promise<void>;
}

/** Uploaded technical assets and their verdicts. */
export interface AssetStore {
  create(asset: Asset): Promise<void>;
  read(key: OfferKey, assetId: string): Promise<Asset | undefined>;
  list(key: OfferKey): Promise<readonly Asset[]>;
  /** Replaces the row, whoever wrote it last: verdicts of the same bytes are equal. */
  record(asset: Asset): Promise<void>;
}
