import { z } from "zod";
import { processIds, stepIds } from "../../../../shared/publishing/processes/process.ts";

export const EstimateAnswer = z
  .union([
    z.object({ unit: z.enum(["minutes", "hours"]), most: z.int().positive() }),
    z.object({
      unit: z.literal("business-days"),
      least: z.int().positive().optional(),
      most: z.int().positive(),
    }),
    z.object({ unit: z.literal("manual") }),
  ])
  .meta({
    id: "Estimate",
    description: "How long a step takes; business days leave out weekends and public holidays.",
  });

const Observed = z
  .object({
    count: z.int().positive().describe("How many runs it is taken from."),
    p50Minutes: z.number().nonnegative().describe("What half of them stayed within."),
    p90Minutes: z.number().nonnegative().describe("What nine of ten stayed within."),
  })
  .describe(
    "What the last runs really took, in our own time; not of rows that wait for the publisher.",
  );

export const ProcessAnswer = z
  .object({
    id: z.enum(processIds),
    rows: z.array(
      z.object({
        step: z.enum(stepIds),
        wireId: z.string().describe("The step's id in the CPP dialect."),
        title: z.string(),
        description: z.string(),
        estimate: EstimateAnswer,
        applies: z.enum(["always", "with-test-drive"]),
        estimatedTimeFrame: z.string(),
        observed: Observed.optional(),
      }),
    ),
  })
  .meta({ id: "Process", description: "A publishing table: its steps in order." });

export const ProcessList = z
  .object({
    default: z.enum(processIds).describe("What offers follow unless they choose."),
    processes: z.array(ProcessAnswer),
  })
  .meta({ id: "ProcessList" });
