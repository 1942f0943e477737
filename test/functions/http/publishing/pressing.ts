import { publish } from "../../../../functions/http/publishing/publish.ts";
import { enterSignOff } from "../../../../shared/publishing/progress/sign-off.ts";
import { anOffer, call, move, testShell, type TestShell } from "../../test-shell.ts";

const mails = {
  metadata: { "notification-emails": "owner@contoso.example; second@contoso.example" },
};

/** Presses a button of the portal, as its client does. */
export const press = (shell: TestShell, act: typeof publish, body: unknown = mails) =>
  call(act(shell.shell), { method: "POST", body });

/** An offer that has just been published. */
export async function published(settings = {}) {
  const shell = testShell(settings);
  await anOffer(shell);
  const answer = await press(shell, publish);
  return { shell, answer };
}

/** An offer that waits for its publisher's sign-off. */
export async function inSignOff() {
  const { shell } = await published();
  await move(shell, (progress) => enterSignOff(progress, shell.at()));
  return shell;
}
