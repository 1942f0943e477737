import { describe, expect, it } from "vitest";
import { readSlot } from "../../../../functions/http/offers/read-slot.ts";
import { aDocument, anOffer, call, contoso, move, testShell } from "../../test-shell.ts";

describe("a slot", () => {
  const slot = (shell: ReturnType<typeof testShell>, name: string) =>
    call(readSlot(shell.shell), { params: { slot: name } });

  it.each(["draft", "Draft", "preview", "Preview"])(
    "%s of a mere draft is the draft",
    async (name) => {
      const shell = testShell();
      await anOffer(shell);

      expect((await slot(shell, name)).body).toMatchObject(aDocument());
    },
  );

  it("production is empty until something is live", async () => {
    const shell = testShell();
    await anOffer(shell);
    const answer = await slot(shell, "production");

    expect(answer.status).toBe(404);
    expect(answer.error.code).toBe("SlotNotFound");
  });

  it("shows the version that is in preview and the one that is live", async () => {
    const shell = testShell();
    await anOffer(shell);
    await shell.ports.documents.freeze(contoso, 1, aDocument({ displayText: "One" }));
    await shell.ports.documents.freeze(contoso, 2, aDocument({ displayText: "Two" }));
    await move(shell, (p) => ({ ...p, offer: { ...p.offer, submission: 2, liveSubmission: 1 } }));
    await shell.ports.catalogue.writeRow(
      contoso,
      { ...contoso, preview: { submission: 2 } },
      undefined,
    );

    expect((await slot(shell, "production")).body.definition.displayText).toBe("One");
    expect((await slot(shell, "preview")).body.definition.displayText).toBe("Two");
  });

  it("that does not exist is refused with those that do", async () => {
    const shell = testShell();
    await anOffer(shell);
    const answer = await slot(shell, "staging");

    expect(answer.status).toBe(400);
    expect(answer.error).toMatchObject({ target: "slot" });
    expect(answer.error.message).toContain("draft, preview, production");
  });
});
