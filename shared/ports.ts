import type { ByteSource } from "./packages/byte-source.ts";
import type { Member } from "./identity/member.ts";
import type { Principal } from "./identity/principal.ts";
import type { Publisher } from "./identity/publisher.ts";
import type { OfferKey } from "./offers/offer-key.ts";
import type { Asset } from "./offers/asset.ts";
import type { CatalogueEntry, CatalogueRow } from "./catalogue/catalogue-entry.ts";
import type { Waiver } from "./findings/waivers/waiver.ts";
import type { MalwareScanner } from "./malware/malware-scanner.ts";
import type { Lead } from "./leads/lead.ts";
import type { LeadSettings } from "./offers/model/leads/lead-configurations.ts";
import type { Cause } from "./publishing/history/history-between.ts";
import type { HistoryEntry } from "./publishing/history/history-entry.ts";
import type { Operation, OfferState, Progress } from "./publishing/progress/progress.ts";
import type { StepTimes } from "./publishing/estimates/time-taken.ts";
import type { ProcessId } from "./publishing/processes/process.ts";
import type { Submission } from "./publishing/submission.ts";
import type { ReviewMessage, ReviewRecord, ReviewRequest, ReviewWakeUp } from "./review/review.ts";

/** The only source of time; the local host moves it forward. */
export interface Clock {
  now(): Date;
}

/** A value with the ETag it was read at. */
export interface Versioned<T> {
  readonly value: T;
  readonly etag: string;
}

/** A JSON object as a client sent it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** What was made of a bearer token. The reason is for its sender and never quotes the token. */
export type TokenVerdict =
  | { readonly ok: true; readonly principal: Principal }
  | { readonly ok: false; readonly why: "invalid" | "unavailable"; readonly reason: string };

/** Checks signature, issuer, audience and life time of bearer tokens. */
export interface Tokens {
  check(token: string): Promise<TokenVerdict>;
}

/** Who may act for which publisher. */
export interface Members {
  read(publisherId: string, objectId: string): Promise<Member | undefined>;
  list(publisherId: string): Promise<readonly Member[]>;
  /** Every publisher that a principal is a member of. */
  of(principal: Principal): Promise<readonly Member[]>;
  put(member: Member): Promise<void>;
  remove(member: Member): Promise<void>;
}

export interface Publishers {
  read(publisherId: string): Promise<Publisher | undefined>;
  list(): Promise<readonly Publisher[]>;
  put(publisher: Publisher): Promise<void>;
}

/** A request that carries an idempotency key, and what was answered once that is known. */
export interface KeyedRequest {
  /** Object id of the caller: keys of different callers never meet. */
  readonly caller: string;
  readonly key: string;
  /** Tells the same request from another one under the same key. */
  readonly fingerprint: string;
  readonly at: string;
  readonly answer?: KeptAnswer;
}
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Requests that may be sent again without being done again. */
export interface Idempotency {
  /** Takes the key; answers the request that holds it already, if one does. */
  claim(request: KeyedRequest): Promise<KeyedRequest | undefined>;
  keep(request: KeyedRequest, answer: KeptAnswer): Promise<void>;
  /** Gives the key back: nothing was done. */
  release(request: KeyedRequest): Promise<void>;
  /** Drops some of those that were claimed before; called again and again. */
  forget(before: Date): Promise<void>;
}

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

/** What a scanner that looks by itself has to say, as it comes in. */
export interface MalwareResults {
  /** Keeps a result; false when the message is none. */
  receive(message: unknown): Promise<boolean>;
}

/** Uploaded technical assets and their verdicts. */
export interface AssetStore {
  create(asset: Asset): Promise<void>;
  read(key: OfferKey, assetId: string): Promise<Asset | undefined>;
  list(key: OfferKey): Promise<readonly Asset[]>;
  /** Replaces the row, whoever wrote it last: verdicts of the same bytes are equal. */
  record(asset: Asset): Promise<void>;
}

/** The container that clients write to, each through a SAS for one blob. */
export interface Uploads {
  /** A URL that may create and write this one blob until `expiresAt`. */
  sign(blob: string, expiresAt: Date): Promise<string>;
  read(blob: string): Promise<Uint8Array | undefined>;
  /** For what may be too large for memory; reading fails once somebody writes the blob anew. */
  open(blob: string): Promise<ByteSource | undefined>;
  /** Copies a file from an address that a publisher gave; only public ones are called. */
  copyFrom(url: string, copy: UploadCopy): Promise<CopiedUpload>;
}
export interface UploadCopy {
  readonly blob: string;
  readonly mostBytes: number;
  /** Of what was copied before: copies only when it is something else now. */
  readonly unlessEtag?: string | undefined;
}
export type CopiedUpload =
  | { readonly ok: true; readonly isUnchanged: boolean; readonly etag: string | undefined }
  | { readonly ok: false; readonly reason: string };

/** Immutable bytes under their own SHA-256, and reports beside them. */
export interface PackageStore {
  /** Writing the same bytes twice is one blob. */
  put(sha256: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  open(sha256: string): Promise<ByteSource | undefined>;
  /** A short-lived URL to download it. */
  link(sha256: string, expiresAt: Date): Promise<string>;
  writeReport(name: string, report: JsonObject): Promise<void>;
  readReport(name: string): Promise<JsonObject | undefined>;
}

/** Preview and live entries; the switch to live is one write of one row. */
export interface Catalogue {
  readRow(key: OfferKey): Promise<Versioned<CatalogueRow> | undefined>;
  /** Compare-and-swap; false when somebody else wrote first. */
  writeRow(key: OfferKey, row: CatalogueRow, etag: string | undefined): Promise<boolean>;
  listLive(page?: string): Promise<{ rows: readonly CatalogueRow[]; next?: string }>;
  writeEntry(entry: CatalogueEntry): Promise<void>;
  readEntry(key: OfferKey, submission: number): Promise<CatalogueEntry | undefined>;
}

/** The storage of every region that customers deploy from. */
export interface Regions {
  readonly names: readonly string[];
  /** Copies one package and reads it back: the SHA-256 of what the region now holds. Throws when unreachable. */
  copyPackage(region: string, sha256: string): Promise<string>;
  copyEntry(region: string, entry: CatalogueEntry): Promise<void>;
}

/** The settings of one kind of lead destination. */
export type SettingsOf<Kind extends LeadSettings["kind"]> = Extract<
  LeadSettings,
  { kind: Kind }
>["configuration"];

/** Where publishers want their leads. */
export interface LeadDestinations {
  /** Creates what it needs and delivers the lead; a refusal is a value, an outage of storage is thrown. */
  send(settings: LeadSettings, lead: Lead): Promise<{ ok: true } | { ok: false; reason: string }>;
}

/** Reviews and every message that arrived for them. */
export interface ReviewStore {
  /** Opens a round; opening it again changes nothing. */
  open(request: ReviewRequest): Promise<void>;
  read(reviewId: string): Promise<ReviewRecord | undefined>;
  /** Keyed by the message's id: false when it was known. */
  record(reviewId: string, message: ReviewMessage): Promise<boolean>;
  recordWakeUp(wakeUp: ReviewWakeUp): Promise<void>;
  /** Keyed by the queue message's id: however often it is tried, it is one row. */
  recordUnapplied(callback: UnappliedCallback): Promise<void>;
  /** The newest of them, for the operator. */
  unapplied(): Promise<readonly UnappliedCallback[]>;
}

/** A message on the callback queue that could not be applied; it stays on the poison queue. */
export interface UnappliedCallback {
  readonly id: string;
  readonly text: string;
  readonly why: string;
  readonly at: string;
}

/** What a submission was asked to do, written before it is told, so that a crash between the two loses nothing. */
export interface Intent {
  readonly id: string;
  readonly submission: Submission;
  readonly act: "start" | "go-live" | "cancel" | "resume" | "review-changed";
  readonly at: string;
}
export interface Intents {
  write(intent: Intent): Promise<void>;
  done(intent: Intent): Promise<void>;
  /** Those older than `before` and still there. */
  pending(before: Date): Promise<readonly Intent[]>;
}

/** The durable engine, as far as the application talks to it. */
export interface Workflows {
  /** A second start of the same submission is harmless. */
  start(submission: Submission): Promise<void>;
  raise(submissionId: string, event: string, data: JsonObject): Promise<void>;
}

/** The description of the API and its viewer, as the build left them. */
export interface Documentation {
  read(name: string): Promise<Uint8Array>;
}

/** Everything outside the domain, in one place. */
export interface Ports {
  readonly clock: Clock;
  readonly tokens: Tokens;
  readonly members: Members;
  readonly publishers: Publishers;
  readonly documents: OfferDocuments;
  readonly progress: ProgressStore;
  readonly assets: AssetStore;
  readonly waivers: Waivers;
  readonly uploads: Uploads;
  readonly packages: PackageStore;
  readonly malware: MalwareScanner;
  readonly malwareResults: MalwareResults;
  readonly catalogue: Catalogue;
  readonly regions: Regions;
  readonly leads: LeadDestinations;
  readonly reviews: ReviewStore;
  readonly intents: Intents;
  readonly idempotency: Idempotency;
  readonly documentation: Documentation;
  readonly holidayCountry: string;
}
