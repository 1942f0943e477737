import { goLive } from "../../../../functions/http/publishing/acts.ts";
import { publish } from "../../../../functions/http/publishing/publish.ts";
import { calendarOf } from "../../../../shared/publishing/calendar/holiday-calendar.ts";
import { enterSignOff } from "../../../../shared/publishing/progress/sign-off.ts";
import { beginStep, passStep } from "../../../../shared/publishing/progress/steps.ts";
import { cancelSubmission } from "../../../../shared/publishing/progress/submissions.ts";
import { anOffer, call, move, testShell, type TestShell } from "../../test-shell.ts";

const post = (shell: TestShell, act: typeof publish) =>
  call(act(shell.shell), { method: "POST", body: "" });

/** What the first submission's certification came to. */
export const aReport = {
  submissionId: "contoso.app.1",
  step: "certification",
  at: "2030-01-07T09:00:00.000Z",
  findings: [],
};

/** A first submission cancelled in its certification, a second that is going live. */
export async function twoSubmissions() {
  const shell = testShell();
  await anOffer(shell);
  const first = (await post(shell, publish)).body.id as string;
  const calendar = calendarOf("US");
  await shell.ports.packages.writeReport("reports/1", aReport);
  await move(shell, (progress) => {
    const begun = beginStep(progress, "certification", calendar, shell.at());
    const result = { findings: [], report: "reports/1" };
    return cancelSubmission(passStep(begun, "certification", result, shell.at()), shell.at());
  });
  shell.clock.pass(60_000);
  const second = (await post(shell, publish)).body.id as string;
  await move(shell, (progress) => enterSignOff(progress, shell.at()));
  shell.clock.pass(60_000);
  const third = (await post(shell, goLive)).body.id as string;
  return { shell, first, second, third };
}
