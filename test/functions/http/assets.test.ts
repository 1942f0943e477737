import { describe, expect, it } from "vitest";
import { listAssets, readAsset } from "../../../functions/http/assets/assets.ts";
import { requestAsset } from "../../../functions/http/assets/request-asset.ts";
import { call, testShell } from "../test-shell.ts";

/** One grey pixel. */
const tinyPng =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";

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

describe("an asset by its address", () => {
  const url = "https://contoso.blob.core.windows.net/logos/small%20logo.png?sig=hunter2";
  const png = Uint8Array.from(Buffer.from(tinyPng, "base64"));

  it("is fetched and examined before the answer", async () => {
    const shell = testShell();
    shell.elsewhere.set(url, { bytes: png, etag: '"1"' });
    const { status, headers, body } = await ask(shell, { kind: "logo", url });

    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: "accepted",
      fileName: "small logo.png",
      image: { width: 1, height: 1 },
      source: "https://contoso.blob.core.windows.net/logos/small%20logo.png",
    });
    expect(body.upload).toBeUndefined();
    expect(headers["Location"]).toBe(body.reference);
  });

  it("that is larger than its kind may be is refused", async () => {
    const shell = testShell();
    shell.elsewhere.set(url, { bytes: new Uint8Array(5 * 1024 * 1024 + 1), etag: '"1"' });
    const { status, error } = await ask(shell, { kind: "audience", url });

    expect(status).toBe(422);
    expect(error).toMatchObject({ code: "AssetNotFetched", target: "url" });
    expect((await call(listAssets(shell.shell), { query: {} })).body).toEqual([]);
  });

  it("that cannot be had is refused, and its signature is not repeated", async () => {
    const { status, error } = await ask(testShell(), { kind: "logo", url });

    expect(status).toBe(422);
    expect(error).toMatchObject({ code: "AssetNotFetched", target: "url" });
    expect(error.message).toContain("404");
    expect(JSON.stringify(error)).not.toContain("hunter2");
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
