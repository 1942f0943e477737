import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BuiltDocumentation } from "../../../functions/adapters/built-documentation.ts";
import { viewerFiles } from "../../../functions/http/description/viewer-files.ts";
import { copyViewer, writeDescription } from "../../../infra/build/documentation.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "documentation-"));
  await writeDescription(folder);
  await copyViewer(folder);
});
afterAll(() => rm(folder, { recursive: true }));

describe("the documentation that is built", () => {
  it("is there for the app: the description, the page and all that it loads", async () => {
    const documentation = new BuiltDocumentation(folder);
    const { openapi } = JSON.parse(String(await documentation.read("openapi.json")));

    expect(openapi).toBe("3.1.0");
    for (const name of ["index.html", ...viewerFiles]) {
      expect((await documentation.read(`docs/${name}`)).length).toBeGreaterThan(100);
    }
  });

  it("has a page without scripts or styles of its own, that loads nothing else", async () => {
    const page = await readFile(path.join(folder, "docs/index.html"), "utf8");
    const loaded = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);

    expect(page).not.toMatch(/<script(?![^>]* src=)|<style|\son\w+=|\sstyle=/);
    expect(loaded.toSorted()).toEqual(
      ["/api/openapi.json", ...viewerFiles.map((name) => `/api/docs/${name}`)].toSorted(),
    );
  });

  it("comes with the viewer's licences", async () => {
    expect(await readFile(path.join(folder, "docs/LICENSE"), "utf8")).toContain("Apache License");
    expect(await readFile(path.join(folder, "docs/NOTICE"), "utf8")).toContain("swagger-ui");
  });

  it("is not left out of the package with folders of the same name", async () => {
    const ignored = await readFile(
      path.resolve(import.meta.dirname, "../../../.funcignore"),
      "utf8",
    );

    for (const line of ignored.trim().split("\n")) expect(line).toMatch(/^\/(?!dist|\*\*)/);
  });

  it("says what to do where it was not built", async () => {
    const documentation = new BuiltDocumentation(path.join(folder, "nowhere"));

    await expect(documentation.read("openapi.json")).rejects.toThrow(
      "openapi.json is missing beside the bundle. Build the app: npm run build.",
    );
  });
});
