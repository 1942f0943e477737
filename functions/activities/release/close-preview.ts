import { withoutPreview } from "../../../shared/catalogue/catalogue-switch.ts";
import type { Ports } from "../../../shared/ports.ts";
import type { Submission } from "../../../shared/publishing/submission.ts";
import { reviseRow } from "./catalogue-row.ts";

/** Takes back the preview of a submission that will not be released. */
export const closePreview = (ports: Ports, submission: Submission): Promise<void> =>
  reviseRow(ports.catalogue, submission, (row) => row && withoutPreview(row, submission));
