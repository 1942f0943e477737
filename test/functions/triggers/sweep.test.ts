import type { Timer } from "@azure/functions";
import { describe, expect, it } from "vitest";
import { cancel, goLive } from "../../../functions/http/publishing/acts.ts";
import { publish } from "../../../functions/http/publishing/publish.ts";
import { sweep } from "../../../functions/triggers/sweep.ts";
import { enterSignOff } from "../../../shared/publishing/progress/sign-off.ts";
import { cancelSubmission } from "../../../shared/publishing/progress/submissions.ts";
import {
  aContext,
  aDocument,
  anOffer,
  call,
  contoso,
  move,
  testShell,
  type TestShell,
} from "../test-shell.ts";

const press = (shell: TestShell, act: typeof publish) =>
  call(act(shell.shell), { method: "POST", body: "" });
const pending = (shell: TestShell) => shell.ports.intents.pending(new Date("2099-01-01"));
async function sweepLater(shell: TestShell, seconds = 60) {
  shell.clock.pass(seconds * 1000);
  const { context, lines } = aContext();
  await sweep(shell.shell)({} as Timer, context);
  return lines;
}

async function unstarted(method = "workflows.start") {
  const shell = testShell();
  await anOffer(shell);
  shell.fail(method);
  await press(shell, publish);
  return shell;
}

describe("the sweep", () => {
  it.each(["workflows.start", "documents.freeze", "intents.done"])(
    "starts what %s left unstarted, once",
    async (method) => {
      const shell = await unstarted(method);
      await sweepLater(shell);

      expect(await shell.ports.documents.readVersion(contoso, 1)).toEqual(aDocument());
      expect(shell.started).toEqual(["contoso.app.1"]);
      expect(await pending(shell)).toEqual([]);
    },
  );

  it("leaves alone what is younger than half a minute", async () => {
    const shell = await unstarted();
    await sweepLater(shell, 20);

    expect(shell.started).toEqual([]);
    expect(await pending(shell)).toHaveLength(1);
  });

  it("tries again as long as the engine is away", async () => {
    const shell = await unstarted();
    shell.fail("workflows.start");
    const lines = await sweepLater(shell);
    expect(lines.join()).toContain("failed again");
    await sweepLater(shell);

    expect(shell.started).toEqual(["contoso.app.1"]);
  });

  it("forgets what was written down and never happened", async () => {
    const shell = testShell();
    await anOffer(shell);
    shell.fail("progress.write");
    expect((await press(shell, publish)).status).toBe(500);
    expect(await pending(shell)).toHaveLength(1);
    await sweepLater(shell);

    expect(shell.started).toEqual([]);
    expect(await pending(shell)).toEqual([]);
  });

  it("starts nothing that has ended meanwhile", async () => {
    const shell = await unstarted();
    await move(shell, (progress) => cancelSubmission(progress, shell.at()));
    await sweepLater(shell);

    expect(shell.started).toEqual([]);
    expect(await pending(shell)).toEqual([]);
  });

  it("tells again of a Go Live and of a cancel", async () => {
    const shell = testShell();
    await anOffer(shell);
    await press(shell, publish);
    await move(shell, (progress) => enterSignOff(progress, shell.at()));
    shell.fail("workflows.raise", { times: 2 });
    await press(shell, goLive);
    shell.clock.pass(1);
    await press(shell, cancel);
    expect(shell.raised).toEqual([]);
    await sweepLater(shell);

    expect(shell.raised.map((event) => event.event)).toEqual(["GoLive", "Cancel"]);
    expect(await pending(shell)).toEqual([]);
  });

  it("forgets a Go Live that was never granted", async () => {
    const shell = testShell();
    await anOffer(shell);
    await press(shell, publish);
    await move(shell, (progress) => enterSignOff(progress, shell.at()));
    shell.fail("progress.write");
    await press(shell, goLive);
    await sweepLater(shell);

    expect(shell.raised).toEqual([]);
    expect(await pending(shell)).toEqual([]);
  });

  it("keeps none waiting for one that fails", async () => {
    const shell = await unstarted();
    const intent = (await pending(shell))[0]!;
    const submission = { ...intent.submission, offerId: "other", submissionId: "contoso.other.1" };
    await shell.ports.intents.write({ ...intent, id: "first", submission, at: "2000-01-01" });
    shell.fail("progress.read");
    await sweepLater(shell);

    expect(shell.started).toEqual(["contoso.app.1"]);
    expect((await pending(shell)).map((left) => left.id)).toEqual(["first"]);
  });
});
