/** A running host, known by its addresses only. */
export interface ConformanceTarget {
  /** Base of the durable management API, without a slash at its end. */
  durableUrl: string;
  url: string;
  code?: string;
  /** The loopback address for the SDK's client, which needs no key; ends with a slash. */
  rpcUrl?: string;
  /** Somebody else's host: only what HTTP shows can be compared. */
  official: boolean;
  /** Begins the instance ids of this run: a host that is kept may hold those of an earlier one. */
  idPrefix: string;
  /** What our own host lets us see besides. */
  probe?: TargetProbe;
  stop(): Promise<void>;
}

export interface TargetProbe {
  history(instanceId: string): Promise<readonly Record<string, unknown>[]>;
  activityRuns(instanceId: string): Record<string, number>;
  episodes(instanceId: string): number;
  lastPayload(instanceId: string): Record<string, unknown> | undefined;
}

export interface TargetOptions {
  /** Timers of days shrunk to seconds. */
  scaled?: boolean;
}
