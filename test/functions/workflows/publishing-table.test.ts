import { expect, it } from "vitest";
import { workflowName, workflows } from "../../../functions/workflows/workflows.ts";
import { processIds, type ProcessId } from "../../../shared/publishing/processes/process.ts";
import { processOf, rowsFor } from "../../../shared/publishing/processes/processes.ts";
import { play } from "../../support/replay.ts";
import { aSubmission, passing } from "./passing-activities.ts";

const handlerOf = (process: ProcessId) =>
  workflows.find(({ name }) => name === workflowName(process))!.handler;

const visited = (statuses: readonly any[]) =>
  statuses.map(({ step }) => step).filter((step, i, all) => step !== all[i - 1]);

const cases = processIds.flatMap((process) =>
  [true, false].map((hasTestDrive) => ({ process, hasTestDrive })),
);

it.each(cases)(
  "$process visits exactly its rows in order (Test Drive: $hasTestDrive)",
  async (c) => {
    const run = await play(handlerOf(c.process), { input: aSubmission(c), activities: passing() });

    const rows = rowsFor(processOf(c.process), c).map(({ step }) => step);
    expect(visited(run.statuses)).toEqual(rows);
    expect(run.output).toEqual({ outcome: "live" });
  },
);

it.each(cases)("$process schedules what its recorded history holds ($hasTestDrive)", async (c) => {
  const run = await play(handlerOf(c.process), { input: aSubmission(c), activities: passing() });

  const history = run.calls.map(({ name, input }) =>
    [name, input.region].filter(Boolean).join(" "),
  );
  const testDrive = c.hasTestDrive ? "-with-test-drive" : "";
  await expect(`${JSON.stringify(history, null, 2)}\n`).toMatchFileSnapshot(
    `../../fixtures/histories/${workflowName(c.process)}${testDrive}.json`,
  );
});

it("gives every activity the submission and the run's own time", async () => {
  const start = new Date("2030-03-04T05:06:07.000Z");
  const input = aSubmission();
  const run = await play(handlerOf("2018-01"), { input, activities: passing(), start });

  expect(run.calls[0]!.input).toEqual({ submission: input, at: start.toISOString() });
});

it("keeps its history to a few dozen events", async () => {
  const run = await play(handlerOf("2018-01"), { input: aSubmission(), activities: passing() });

  expect(run.events).toBeLessThan(80);
});
