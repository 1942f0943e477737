import { describe, expect, it } from "vitest";
import { listOffers } from "../../../../functions/http/offers/list-offers.ts";
import { readOffer } from "../../../../functions/http/offers/read-offer.ts";
import { writeOffer } from "../../../../functions/http/offers/write-offer.ts";
import { aDocument, call, contoso, testShell, type Asked } from "../../test-shell.ts";
import { withLeads } from "./a-document-with-leads.ts";

const put = (shell: ReturnType<typeof testShell>, body: unknown, more: Asked = {}) =>
  call(writeOffer(shell.shell), { method: "PUT", body, ...more });

describe("writing an offer", () => {
  it("creates it, lists it and answers 200 with its ETag", async () => {
    const shell = testShell();
    const answer = await put(shell, aDocument());
    const list = await call(listOffers(shell.shell));

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ id: "app", publisherId: "contoso", version: 0 });
    expect((await shell.ports.documents.readDraft(contoso))?.etag).toBe(answer.headers["ETag"]);
    expect(list.body).toEqual([
      {
        offerTypeId: "microsoft-azure-applications",
        publisherId: "contoso",
        status: "neverPublished",
        id: "app",
        version: 0,
        definition: { displayText: "Contoso App" },
        changedTime: shell.at(),
      },
    ]);
  });

  it("follows a new name in the list", async () => {
    const shell = testShell();
    await put(shell, aDocument());
    await put(shell, aDocument({ displayText: "Another" }));

    expect((await call(listOffers(shell.shell))).body[0].definition.displayText).toBe("Another");
  });

  it("refuses another offer's document, naming both ids", async () => {
    const answer = await put(testShell(), { ...aDocument(), id: "other", publisherId: "fabrikam" });

    expect(answer.status).toBe(400);
    expect(answer.error.code).toBe("InvalidOfferDocument");
    expect(answer.error.details.map((detail: any) => detail.target)).toEqual(["id", "publisherId"]);
  });

  it("refuses a document without definition, naming the field", async () => {
    const answer = await put(testShell(), {});

    expect(answer.status).toBe(400);
    expect(answer.error.details[0].target).toBe("definition");
  });

  it("refuses an ETag that is no longer current, however it is written", async () => {
    const shell = testShell();
    const first = (await put(shell, aDocument())).headers["ETag"]!;
    await put(shell, aDocument({ displayText: "Second" }));

    for (const etag of [first, `W/${first}`, first.replaceAll('"', ""), "junk \u00e9"]) {
      const answer = await put(shell, aDocument(), { headers: { "if-match": etag } });
      expect(answer.status).toBe(412);
      expect(answer.error).toMatchObject({ code: "PreconditionFailed", target: "If-Match" });
    }
  });

  it("takes the current ETag, also weak or without quotes, and the asterisk", async () => {
    const shell = testShell();
    let etag = (await put(shell, aDocument())).headers["ETag"]!;
    for (const spell of [
      (e: string) => e,
      (e: string) => `W/${e}`,
      (e: string) => e.replaceAll('"', ""),
      () => "*",
    ]) {
      const answer = await put(shell, aDocument(), { headers: { "if-match": spell(etag) } });
      expect(answer.status).toBe(200);
      etag = answer.headers["ETag"]!;
    }
  });

  it("refuses If-Match for an offer that is not there", async () => {
    for (const etag of ["*", '"x"'])
      expect((await put(testShell(), aDocument(), { headers: { "if-match": etag } })).status).toBe(
        412,
      );
  });

  it("asks for If-Match on updates only where the operator wants it", async () => {
    const shell = testShell({ requireIfMatch: true });

    expect((await put(shell, aDocument())).status).toBe(200);
    const answer = await put(shell, aDocument());
    expect(answer.status).toBe(400);
    expect(answer.error.code).toBe("PreconditionRequired");
  });

  it("keeps secrets and never shows them", async () => {
    const shell = testShell();
    const created = await put(shell, withLeads("AccountKey=hunter2"));
    const read = await call(readOffer(shell.shell));
    const updated = await put(shell, read.body);

    for (const answer of [created, read, updated])
      expect(JSON.stringify(answer.body)).not.toContain("hunter2");
    const stored = await shell.ports.documents.readDraft(contoso);
    expect(JSON.stringify(stored?.value)).toContain("hunter2");
  });

  it("ignores what only the server sets", async () => {
    const answer = await put(testShell(), { ...aDocument(), version: 99, status: "succeeded" });

    expect(answer.body).toMatchObject({ version: 0, status: "neverPublished" });
  });

  it("gives up with a conflict when others never stop writing", async () => {
    const shell = testShell();
    shell.shell.ports.documents.writeDraft = () => Promise.resolve(undefined);

    const answer = await put(shell, aDocument());
    expect(answer.status).toBe(409);
    expect(answer.error.code).toBe("ConcurrentChange");
  });

  it("finishes what a crash between its two writes left", async () => {
    const shell = testShell();
    shell.fail("progress.write");
    expect((await put(shell, aDocument())).status).toBe(500);
    expect((await put(shell, aDocument())).status).toBe(200);
    expect((await call(listOffers(shell.shell))).body).toHaveLength(1);
  });
});
