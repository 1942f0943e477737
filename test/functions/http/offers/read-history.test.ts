import { describe, expect, it } from "vitest";
import { readHistory } from "../../../../functions/http/offers/read-history.ts";
import { writeOffer } from "../../../../functions/http/offers/write-offer.ts";
import { publish } from "../../../../functions/http/publishing/publish.ts";
import { aDocument, call, testShell } from "../../test-shell.ts";
import { press } from "../publishing/pressing.ts";

describe("the history", () => {
  it("says who did what and when, newest first", async () => {
    const shell = testShell();
    const put = (as: "contoso-owner" | "contoso-contributor") =>
      call(writeOffer(shell.shell), { method: "PUT", body: aDocument(), as });
    await put("contoso-contributor");
    const created = shell.at();
    shell.clock.pass(60_000);
    await put("contoso-owner");
    await press(shell, publish);
    const { body } = await call(readHistory(shell.shell), { query: {} });

    expect(body.entries.map((one: any) => `${one.by.name} ${one.act}`)).toEqual([
      "contoso-owner publish-requested",
      "contoso-owner draft-saved",
      "contoso-contributor draft-saved",
      "contoso-contributor created",
    ]);
    expect(body.entries.at(-1).at).toBe(created);
  });

  it("of an offer that is not there is missing", async () => {
    expect((await call(readHistory(testShell().shell))).error.code).toBe("OfferNotFound");
  });
});
