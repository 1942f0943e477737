import { isBlocking } from "../../../shared/findings/blocking.ts";
import type { Finding } from "../../../shared/findings/finding.ts";
import type { Ports } from "../../../shared/ports.ts";
import type { Versioned } from "../../../shared/ports/values.ts";
import { calendarOf } from "../../../shared/publishing/calendar/holiday-calendar.ts";
import { stepOf } from "../../../shared/publishing/progress/change-step.ts";
import type { Progress, StepMessage } from "../../../shared/publishing/progress/progress.ts";
import {
  beginStep,
  noteMessage,
  passStep,
  rejectStep,
} from "../../../shared/publishing/progress/steps.ts";
import type { StepId } from "../../../shared/publishing/processes/process.ts";
import type { GateOutcome, StepCall } from "../contracts.ts";
import { writeReport } from "./report.ts";
import { revise } from "./revise.ts";
import { stepOutcome } from "./step-outcome.ts";

/** What a gate's work knows beside its call. */
export interface GateContext extends StepCall {
  readonly progress: Progress;
  /** When the step first began; the same however often its work is repeated. */
  readonly startedAt: string;
}
/** What a gate's work answers. */
export interface GateResult {
  readonly findings: readonly Finding[];
  readonly messages?: readonly StepMessage[];
}

/** Runs a step that ends by what it finds: one read and two writes of the progress around the work. */
export async function runGate(
  ports: Ports,
  step: StepId,
  call: StepCall,
  work: (context: GateContext) => Promise<GateResult>,
): Promise<GateOutcome> {
  const { submission } = call;
  const begun = await begin(ports, step, call);
  const known = stepOutcome(begun.value, submission, step);
  if (known !== undefined) return { outcome: known };
  const startedAt = stepOf(begun.value, step)?.startedAt ?? call.at;
  const result = await work({ ...call, progress: begun.value, startedAt });
  refuseFaults(result.findings);
  const report = await writeReport(ports, call, step, result.findings);
  // The step's own end, not the call's time; a run that finds the step ended leaves it as it is.
  const at = ports.clock.now().toISOString();
  const end = (progress: Progress) =>
    stepOutcome(progress, submission, step) === undefined
      ? ended(progress, step, { ...result, ...(report !== undefined && { report }) }, at)
      : progress;
  const after = await revise(ports.progress, submission, end, begun);
  return { outcome: stepOutcome(after.value, submission, step) ?? "canceled" };
}

/** Begins a step unless the submission must stop. */
export async function begin(
  ports: Ports,
  step: StepId,
  { submission, at }: StepCall,
): Promise<Versioned<Progress>> {
  const calendar = calendarOf(ports.holidayCountry);
  return await revise(ports.progress, submission, (progress) =>
    stepOutcome(progress, submission, step) === undefined
      ? beginStep(progress, step, calendar, at)
      : progress,
  );
}

function ended(
  progress: Progress,
  step: StepId,
  result: GateResult & { readonly report?: string },
  at: string,
): Progress {
  const told = (result.messages ?? []).reduce(
    (state, message) => noteMessage(state, step, message),
    progress,
  );
  const end = result.findings.some(isBlocking) ? rejectStep : passStep;
  return end(told, step, result, at);
}

/** What we could not check is neither clean nor the publisher's fault: it is tried again. */
function refuseFaults(findings: readonly Finding[]): void {
  const fault = findings.find(
    ({ whose, severity }) =>
      severity === "error" && (whose === "infrastructure" || whose === "scanner"),
  );
  if (fault) throw new Error(`${fault.ruleId}: ${fault.message}`);
}
