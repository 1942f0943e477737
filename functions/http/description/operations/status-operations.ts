import { z } from "zod";
import { OperationAnswer, OperationListItem } from "../answers/operation-answers.ts";
import { StatusAnswer } from "../answers/status-answers.ts";
import { json, type OperationText, type OperationTexts } from "../operation-text.ts";

const tag = "Publishing";
const etag = { ETag: "Names this state. Send it as If-None-Match with the next request." };
const state = z.string().optional().describe("Only operations in this state, such as running.");
const operation: OperationText["answers"] = {
  200: { description: "The operation.", content: json(OperationAnswer) },
};

export const statusOperations: OperationTexts = {
  readStatus: {
    tag,
    summary: "Read an offer's status",
    description:
      "Where the offer stands: every step with its progress, messages, first findings and due date. Ask every few seconds, with `If-None-Match`.",
    headers: {
      "If-None-Match": z.string().optional().describe("The ETag of the status you have."),
    },
    answers: {
      200: { description: "The status.", content: json(StatusAnswer), headers: etag },
      304: { description: "Nothing changed since.", headers: etag },
    },
    refusals: { 404: "The publisher has no such offer." },
  },
  listOperations: {
    tag,
    summary: "List an offer's operations",
    description:
      "Newest first. A release has two of them: publish, which ends when the sign-off is awaited, and goLive. A running operation is listed before its order is answered.",
    query: { submissionState: state, status: state },
    answers: {
      200: { description: "The operations.", content: json(z.array(OperationListItem)) },
    },
    refusals: { 404: "The publisher has no such offer." },
  },
  readOperation: {
    tag,
    summary: "Read an operation",
    description: "What an order led to; orders name it in Location and Operation-Location.",
    answers: operation,
    refusals: { 404: "The offer has no such operation." },
  },
  readOperationByReference: {
    tag,
    summary: "Read an operation by its parts",
    description: "The same, addressed as older clients do.",
    answers: operation,
    refusals: { 404: "There is no such operation." },
  },
};
