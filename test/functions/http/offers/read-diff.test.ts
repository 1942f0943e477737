import { describe, expect, it } from "vitest";
import { readDiff } from "../../../../functions/http/offers/read-diff.ts";
import { aDocument, anOffer, call, contoso, testShell } from "../../test-shell.ts";

describe("the difference", () => {
  it("between what is live and the draft names every field", async () => {
    const shell = testShell();
    await anOffer(shell, (progress) => ({
      ...progress,
      offer: { ...progress.offer, liveSubmission: 1, submission: 1 },
    }));
    await shell.ports.documents.freeze(contoso, 1, aDocument({ displayText: "Before" }));
    const { body } = await call(readDiff(shell.shell), { query: {} });

    expect(body).toMatchObject({
      from: { slot: "production", version: 1 },
      to: { slot: "draft" },
      summary: { added: 0, removed: 0, changed: 1 },
    });
    expect(body.changes[0]).toMatchObject({
      kind: "changed",
      jsonPath: "$.definition.displayText",
      before: "Before",
      after: "Contoso App",
    });
  });

  it("from nothing is everything", async () => {
    const shell = testShell();
    await anOffer(shell);
    const { body } = await call(readDiff(shell.shell), { query: { from: "Production" } });

    expect(body.summary).toMatchObject({ removed: 0, changed: 0 });
    expect(body.summary.added).toBeGreaterThan(1);
  });

  it.each(["from", "to"])("needs a slot to go %s", async (target) => {
    const shell = testShell();
    const { status, error } = await call(readDiff(shell.shell), { query: { [target]: "moon" } });

    expect(status).toBe(400);
    expect(error.target).toBe(target);
  });
});
