import type { z } from "zod";
import type { DocumentPath } from "../../changes/document-path.ts";

/** A part of an offer document, and what the model says about it. */
export interface Part {
  readonly schema: z.ZodType;
  readonly value: unknown;
  readonly path: DocumentPath;
}
