import { expect, it } from "vitest";
import { listProcesses } from "../../../../functions/http/publishing/processes.ts";
import { anOffer, call, move, testShell } from "../../test-shell.ts";

it("the process tables show what rows really took lately", async () => {
  const shell = testShell();
  await anOffer(shell);
  const { body } = await call(listProcesses(shell.shell), { query: {} });
  expect(body.processes[0].rows[0]).not.toHaveProperty("observed");

  const at = shell.at();
  const step = { step: "packaging", status: "complete", progress: 100, startedAt: at } as const;
  const lists = { waits: [], messages: [], findings: [], findingCount: 0 };
  shell.clock.pass(120_000);
  await move(shell, (progress) => ({
    ...progress,
    offer: { ...progress.offer, status: "running", submission: 1 },
    steps: [{ ...step, ...lists, endedAt: shell.at() }],
  }));
  await move(shell, (progress) => ({
    ...progress,
    offer: { ...progress.offer, status: "succeeded" },
  }));
  const after = await call(listProcesses(shell.shell), { query: {} });
  const rows = after.body.processes.find(({ id }: any) => id === "2018-01").rows;
  expect(rows.find((row: any) => row.step === "packaging").observed).toEqual({
    count: 1,
    p50Minutes: 2,
    p90Minutes: 2,
  });
});
