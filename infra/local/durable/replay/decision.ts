interface ActivityDecision {
  kind: "activity";
  id: number;
  name: string;
  /** JSON text. */
  input: string | null;
}

interface TimerDecision {
  kind: "timer";
  id: number;
  fireAt: Date;
}

interface ChildDecision {
  kind: "child";
  id: number;
  name: string;
  instanceId: string;
  input: string | null;
  version: string | null;
}

/** Work that an episode orders: it becomes an event of the history. */
export type Decision = ActivityDecision | TimerDecision | ChildDecision;
