/** The numbers of the actions in an orchestrator's answer. */
export const ActionType = {
  CallActivity: 0,
  CallActivityWithRetry: 1,
  CallSubOrchestrator: 2,
  CallSubOrchestratorWithRetry: 3,
  ContinueAsNew: 4,
  CreateTimer: 5,
  WaitForExternalEvent: 6,
  CallHttp: 8,
  WhenAny: 11,
  WhenAll: 12,
} as const;

export interface RetryOptions {
  firstRetryIntervalInMilliseconds: number;
  maxNumberOfAttempts: number;
  backoffCoefficient?: number;
  maxRetryIntervalInMilliseconds?: number;
  retryTimeoutInMilliseconds?: number;
}

export interface HttpRequest {
  method: string;
  uri: string;
  content?: string | null;
  headers?: Record<string, string> | null;
  asynchronousPatternEnabled?: boolean;
}

/** One entry of the list the SDK returns: everything the orchestrator has asked for so far. */
export interface Action {
  actionType: number;
  functionName?: string;
  instanceId?: string | null;
  input?: unknown;
  version?: string | null;
  retryOptions?: RetryOptions;
  fireAt?: string;
  isCanceled?: boolean;
  externalEventName?: string;
  httpRequest?: HttpRequest;
  compoundActions?: Action[];
}
