import { describe, expect, it } from "vitest";
import { readStatus } from "../../../../functions/http/publishing/status.ts";
import { anOffer, call, move, testShell } from "../../test-shell.ts";

describe("the status", () => {
  it("is not sent again while nothing changed", async () => {
    const shell = testShell();
    await anOffer(shell);
    const first = await call(readStatus(shell.shell));
    const etag = first.headers["ETag"]!;
    const ask = () => call(readStatus(shell.shell), { headers: { "if-none-match": `W/${etag}` } });

    expect(await ask()).toMatchObject({ status: 304, body: undefined, headers: { ETag: etag } });
    await move(shell, (progress) => progress);
    expect((await ask()).status).toBe(200);
  });
});
