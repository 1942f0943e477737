/** Why a request is refused; the shell maps each kind to one status code. */
export type RefusalKind =
  | "not-found"
  | "invalid"
  | "conflict"
  | "precondition-failed"
  | "precondition-required"
  | "too-large"
  | "unprocessable"
  | "not-authenticated"
  | "not-authorised";

/** The closed list of error codes that clients may rely on. */
export type RefusalCode =
  | "InvalidAPIVersion"
  | "InvalidRequest"
  | "RequestTooLarge"
  | "InvalidOfferDocument"
  | "InvalidIdentifier"
  | "NotAuthenticated"
  | "NotAuthorised"
  | "PublisherNotFound"
  | "OfferNotFound"
  | "VersionNotFound"
  | "SlotNotFound"
  | "SubmissionNotFound"
  | "OperationNotFound"
  | "AssetNotFound"
  | "ReportNotFound"
  | "ReviewNotFound"
  | "ProcessNotFound"
  | "PlanNotFound"
  | "PreviewNotAllowed"
  | "RouteNotFound"
  | "PreconditionFailed"
  | "PreconditionRequired"
  | "IdentifierFrozen"
  | "OfferNotPublishable"
  | "OperationRunning"
  | "NotWaitingForSignOff"
  | "NothingToCancel"
  | "TooLateToCancel"
  | "CancelAlreadyRequested"
  | "NothingBlocked"
  | "ConcurrentChange";

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
