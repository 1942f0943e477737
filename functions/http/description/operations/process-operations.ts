import { ProcessAnswer, ProcessList } from "../answers/process-answers.ts";
import { json, type OperationTexts } from "../operation-text.ts";

const tag = "Processes";

export const processOperations: OperationTexts = {
  listProcesses: {
    tag,
    summary: "List publishing processes",
    description: "Every revision of the publishing table, with its steps and their estimates.",
    answers: { 200: { description: "The processes.", content: json(ProcessList) } },
  },
  readProcess: {
    tag,
    summary: "Read a publishing process",
    description: "The table of one revision.",
    answers: { 200: { description: "The process.", content: json(ProcessAnswer) } },
    refusals: { 404: "There is no such process." },
  },
};
