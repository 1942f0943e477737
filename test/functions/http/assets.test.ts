import { describe, expect, it } from "vitest";
import { listAssets, readAsset } from "../../../functions/http/assets/assets.ts";
import { requestAsset } from "../../../functions/http/assets/request-asset.ts";
import { call, testShell } from "../test-shell.ts";

const ask = (shell: ReturnType<typeof testShell>, body: unknown) =>
  call(requestAsset(shell.shell), { method: "POST", body, query: {} });

describe("asking for an asset", () => {
  it("answers where to put its bytes for an hour, and how an offer names it", async () => {
    const shell = testShell();
    const { status, headers, body } = await ask(shell, { kind: "package", fileName: "my app.zip" });

    expect(status).toBe(201);
    expect(body.upload).toMatchObject({
      method: "PUT",
      headers: { "x-ms-blob-type": "BlockBlob" },
      expiresAt: "2030-01-07T10:00:00.000Z",
    });
    expect(body.upload.url).toContain(`contoso/app/${body.assetId}/my%20app.zip`);
    expect(body.reference).toBe(`/api/publishers/contoso/offers/app/assets/${body.assetId}`);
    expect(headers["Location"]).toBe(body.reference);
    expect(body.state).toBe("awaiting-upload");
  });

  it.each([
    [{ fileName: "a.zip" }, "kind", "package, test-drive-package, logo, screenshot, document"],
    [{ kind: "film", fileName: "a.zip" }, "kind", "must be one of"],
    [{ kind: "logo" }, "fileName", "must be the file's name"],
    [{ kind: "logo", fileName: "../a.png" }, "fileName", "begin with a letter"],
    [{ kind: "logo", fileName: "a/b.png" }, "fileName", "begin with a letter"],
    [{ kind: "logo", fileName: "a?.png" }, "fileName", "begin with a letter"],
    [{ kind: "logo", fileName: "a." }, "fileName", "not end with a dot"],
    [{ kind: "logo", fileName: `${"a".repeat(200)}.png` }, "fileName", "1 to 100"],
  ])("refuses %j, naming the field and the rule", async (body, target, rule) => {
    const answer = await ask(testShell(), body);

    expect(answer.status).toBe(400);
    expect(answer.error).toMatchObject({ code: "InvalidRequest", target });
    expect(answer.error.message).toContain(rule);
  });
});

describe("reading assets", () => {
  it("lists an offer's assets and reads one", async () => {
    const shell = testShell();
    const { body } = await ask(shell, { kind: "logo", fileName: "logo.png" });
    const list = await call(listAssets(shell.shell), { query: {} });
    const one = await call(readAsset(shell.shell), {
      params: { assetId: body.assetId },
      query: {},
    });

    expect(list.body).toEqual([one.body]);
    expect(one.body).toMatchObject({ assetId: body.assetId, findings: [] });
    expect(one.body.upload).toBeUndefined();
  });

  it.each(["unknown", "../x", "a".repeat(500)])("answers 404 for asset %s", async (assetId) => {
    const answer = await call(readAsset(testShell().shell), { params: { assetId }, query: {} });

    expect(answer.status).toBe(404);
    expect(answer.error.code).toBe("AssetNotFound");
  });
});
