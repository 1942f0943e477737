/** Why a request is refused; the shell maps each kind to one status code. */
export type RefusalKind =
  | "not-found"
  | "invalid"
  | "conflict"
  | "precondition-failed"
  | "precondition-required"
  | "too-large"
  | "unprocessable"
  | "unavailable"
  | "not-authenticated"
  | "not-authorised";

/** The closed list of error codes that clients may rely on. */
export const refusalCodes = [
  "InvalidAPIVersion",
  "InvalidRequest",
  "RequestTooLarge",
  "InvalidOfferDocument",
  "InvalidIdentifier",
  "NotAuthenticated",
  "InvalidToken",
  "NotAuthorised",
  "IdentityProviderUnavailable",
  "PublisherNotFound",
  "MemberNotFound",
  "LastOwner",
  "OfferNotFound",
  "VersionNotFound",
  "SlotNotFound",
  "SubmissionNotFound",
  "OperationNotFound",
  "AssetNotFound",
  "AssetNotFetched",
  "ReportNotFound",
  "WaiverNotFound",
  "ReviewNotFound",
  "ProcessNotFound",
  "PlanNotFound",
  "PreviewNotAllowed",
  "RouteNotFound",
  "PreconditionFailed",
  "PreconditionRequired",
  "IdentifierFrozen",
  "OfferNotPublishable",
  "OperationRunning",
  "NotWaitingForSignOff",
  "NothingToCancel",
  "TooLateToCancel",
  "CancelAlreadyRequested",
  "NothingBlocked",
  "IdempotencyKeyReused",
  "RequestInProgress",
  "ConcurrentChange",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export interface RefusalDetail {
  readonly code: string;
  readonly message: string;
  readonly target?: string;
}

/** A request that cannot be met, as a value: what happened, to what, and what to do next. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly code: RefusalCode;
  readonly message: string;
  readonly target?: string;
  readonly details?: readonly RefusalDetail[];
}
