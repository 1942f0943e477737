import type { EventTypeNumber } from "./event-type.ts";
import type { ParentLink } from "./parent-link.ts";

/** One line of an instance's history as it is stored; `sdkEvent` gives the form the SDK reads. */
export interface HistoryEvent {
  EventType: EventTypeNumber;
  /** The id of a decision, -1 for everything else. */
  EventId: number;
  Timestamp: string;
  Name?: string;
  Version?: string | null;
  /** JSON text. */
  Input?: string | null;
  /** JSON text, or the plain text of a failure. */
  Result?: string | null;
  TaskScheduledId?: number;
  TimerId?: number;
  FireAt?: string;
  Reason?: string | null;
  Details?: string | null;
  InstanceId?: string;
  ExecutionId?: string;
  Parent?: ParentLink;
  Generation?: number | null;
  OrchestrationStatus?: string;
  /** Whether later episodes read this event as already played. */
  IsPlayed?: boolean;
}
