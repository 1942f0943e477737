import { describe, expect, it } from "vitest";
import { viewerFiles } from "../../../../functions/http/description/viewer-files.ts";
import {
  readApiDescription,
  readApiViewer,
  readApiViewerFile,
} from "../../../../functions/http/docs/documentation.ts";
import { routes } from "../../../../functions/http/routes.ts";
import { call, testShell } from "../../test-shell.ts";

const open = { query: {}, headers: { authorization: "" } };
const file = (name: string, shell = testShell()) =>
  call(readApiViewerFile(shell.shell), { ...open, params: { file: name } });

describe("the documentation", () => {
  it("describes every route, to anyone", async () => {
    const { status, headers, body } = await call(readApiDescription(testShell().shell), open);

    expect(status).toBe(200);
    expect(headers["Content-Type"]).toBe("application/json");
    expect(body.openapi).toMatch(/^3\.1\./);
    for (const { route } of routes) expect(body.paths).toHaveProperty([`/api/${route}`]);
  });

  it("is not sent to a client that has it", async () => {
    const { shell } = testShell();
    const { headers } = await call(readApiDescription(shell), open);
    const again = { ...open, headers: { ...open.headers, "if-none-match": headers["ETag"]! } };

    expect(await call(readApiDescription(shell), again)).toMatchObject({ status: 304 });
  });

  it("has a page that may run this host's own scripts only", async () => {
    const { status, headers, body } = await call(readApiViewer(testShell().shell), open);

    expect([status, body]).toEqual([200, "contents of docs/index.html"]);
    expect(headers).toMatchObject({
      "Content-Type": "text/html; charset=utf-8",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-cache",
    });
    expect(headers["Content-Security-Policy"]).toContain("default-src 'none'; script-src 'self'");
    expect(headers["Content-Security-Policy"]).not.toContain("unsafe");
  });

  it.each(viewerFiles)("has the page's %s", async (name) => {
    const { status, headers, body } = await file(name);

    expect([status, body]).toEqual([200, `contents of docs/${name}`]);
    expect(headers["Content-Type"]).toMatch(/^(text\/(javascript|css); charset=utf-8|image\/png)$/);
  });

  it.each([
    "index.html",
    "LICENSE",
    "../openapi.json",
    "..%2Fmain.mjs",
    "..\\main.mjs",
    "/etc/passwd",
    "viewer.js/",
    "VIEWER.JS",
    "viewer.js\0.png",
    "__proto__",
    "",
  ])("has no file %j", async (name) => {
    const shell = testShell();
    const { status, error } = await file(name, shell);

    expect([status, error.code]).toEqual([404, "RouteNotFound"]);
    expect(shell.calls.size).toBe(0);
  });

  it("fails for us and not for the reader while it is missing", async () => {
    const shell = testShell();
    shell.fail("documentation.read");

    expect((await file("viewer.js", shell)).status).toBe(500);
  });
});
