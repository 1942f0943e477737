import type { Ports } from "../../../shared/ports.ts";
import { isReleasing } from "../../../shared/publishing/progress/sign-off.ts";
import { cancelSubmission } from "../../../shared/publishing/progress/submissions.ts";
import type { StepCall } from "../contracts.ts";
import { closePreview } from "../release/close-preview.ts";
import { revise } from "../running/revise.ts";

/** Closes the preview, then the submission; what is live stays as it is. */
export const withdrawSubmission =
  (ports: Ports) =>
  async ({ submission, at }: StepCall): Promise<object> => {
    await closePreview(ports, submission);
    await revise(ports.progress, submission, (progress) =>
      progress.offer.submission === submission.number && !isReleasing(progress)
        ? cancelSubmission(progress, at)
        : progress,
    );
    return {};
  };
