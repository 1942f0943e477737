import { z } from "zod";
import { Finding } from "../../../../shared/findings/finding.ts";
import { processIds, stepIds } from "../../../../shared/publishing/processes/process.ts";

const result = z.enum(["passed", "failed"]).describe("failed when a finding is an error.");

export const DryRunAnswer = z
  .object({
    result,
    process: z.enum(processIds),
    steps: z.array(
      z.object({
        id: z.string().describe("The step's id in the CPP dialect."),
        step: z.enum(stepIds),
        stepName: z.string(),
        result,
        findings: z.array(Finding),
      }),
    ),
  })
  .meta({ id: "DryRun" });

export const Report = z
  .object({
    submissionId: z.string(),
    step: z.enum(stepIds),
    at: z.iso.datetime(),
    findings: z.array(Finding),
  })
  .meta({ id: "Report", description: "Everything that a step found." });

/** SARIF has a schema of its own, which is far larger than all of this. */
export const SarifLog = z
  .looseObject({
    $schema: z.url(),
    version: z.literal("2.1.0"),
    runs: z.array(z.looseObject({ tool: z.looseObject({}), results: z.array(z.looseObject({})) })),
  })
  .meta({ id: "SarifLog", description: "A log of SARIF 2.1.0." });
