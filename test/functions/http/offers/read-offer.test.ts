import { describe, expect, it } from "vitest";
import { listOffers } from "../../../../functions/http/offers/list-offers.ts";
import { readOffer, readVersion } from "../../../../functions/http/offers/read-offer.ts";
import { aDocument, anOffer, call, contoso, testShell } from "../../test-shell.ts";
import { withLeads } from "./a-document-with-leads.ts";

describe("reading an offer", () => {
  it("answers an empty list for a publisher without offers", async () => {
    expect((await call(listOffers(testShell().shell))).body).toEqual([]);
  });

  it("gives the draft with its ETag", async () => {
    const shell = testShell();
    await anOffer(shell);
    const answer = await call(readOffer(shell.shell));

    expect(answer.headers["ETag"]).toBeTruthy();
    expect(answer.body).toMatchObject(aDocument());
  });

  it("gives a version as it was submitted, without its secrets", async () => {
    const shell = testShell();
    await anOffer(shell);
    await shell.ports.documents.freeze(contoso, 1, withLeads("AccountKey=hunter2"));
    const answer = await call(readVersion(shell.shell), { params: { number: "1" } });

    expect(answer.body).toMatchObject({ version: 1, definition: { displayText: "Contoso App" } });
    expect(JSON.stringify(answer.body)).not.toContain("hunter2");
  });

  it("answers 404 for a version that is not there", async () => {
    const shell = testShell();
    await anOffer(shell);
    const answer = await call(readVersion(shell.shell), { params: { number: "7" } });

    expect(answer.status).toBe(404);
    expect(answer.error).toMatchObject({ code: "VersionNotFound", target: "number" });
  });
});
