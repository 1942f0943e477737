import type { Ports } from "../../../shared/ports.ts";
import type { JsonObject } from "../../../shared/ports/values.ts";
import type { Submission } from "../../../shared/publishing/submission.ts";

/** The document as it was when Publish was pressed. */
export async function frozenDocument(ports: Ports, submission: Submission): Promise<JsonObject> {
  const document = await ports.documents.readVersion(submission, submission.number);
  if (document === undefined)
    throw new Error(`the document of ${submission.submissionId} is missing in storage`);
  return document;
}
