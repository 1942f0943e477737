/** Who waits for a sub-orchestration, and under which task id. */
export interface ParentLink {
  instanceId: string;
  executionId: string;
  name: string;
  version: string | null;
  taskId: number;
}
