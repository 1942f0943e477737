import { z } from "zod";
import { type AnswerText, json, type OperationTexts } from "../operation-text.ts";

const tag = "Documentation";
const headers = { "If-None-Match": z.string().optional().describe("The ETag of what you have.") };
const etag = { ETag: "Names this content." };
const same: AnswerText = { description: "You have it already.", headers: etag };
const text = z.string();

export const documentationOperations: OperationTexts = {
  readApiDescription: {
    tag,
    summary: "Read this description",
    description: "An OpenAPI 3.1 document, to generate clients from.",
    headers,
    answers: {
      200: {
        description: "The document.",
        content: json(z.looseObject({ openapi: z.string() })),
        headers: etag,
      },
      304: same,
    },
  },
  readApiViewer: {
    tag,
    summary: "Look at this description",
    description: "A page for people, on which operations can be tried out.",
    headers,
    answers: {
      200: { description: "The page.", content: { "text/html": text }, headers: etag },
      304: same,
    },
  },
  readApiViewerFile: {
    tag,
    summary: "Read a file of the viewer",
    description: "What the page loads.",
    headers,
    answers: {
      200: {
        description: "The file.",
        content: { "text/css": text, "text/javascript": text, "image/png": text },
        headers: etag,
      },
      304: same,
    },
    refusals: { 404: "The viewer has no such file." },
  },
};
