import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const repository = join(import.meta.dirname, "../../../..");
const source = 'import { app } from "@azure/functions"; app.get("hello", () => ({ body: "hi" }));';
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "app-"));
  await symlink(join(repository, "node_modules"), join(folder, "node_modules"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function write(path: string, text: string) {
  await mkdir(join(folder, path, ".."), { recursive: true });
  await writeFile(join(folder, path), text);
}

/** Loads the folder in a process of its own, as the host does, and lists its functions. */
async function load(): Promise<string[]> {
  const module = join(repository, "infra/local/functions-host/worker/function-app.ts");
  const script = `
    const { FunctionApp } = await import(${JSON.stringify(module)});
    try {
      const app = await FunctionApp.load(${JSON.stringify(folder)}, { log: () => {} });
      console.log(JSON.stringify([...app.functions.keys()]));
    } catch (error) { console.log(JSON.stringify(error.message)); }
    process.exit();`;
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script]);
  return JSON.parse(stdout) as string[];
}

describe("an app folder", () => {
  it("of ES modules is loaded by the glob in main", async () => {
    await write("package.json", '{ "type": "module", "main": "src/functions/*.js" }');
    await write("src/functions/one.js", source);
    await write("src/functions/two.js", source.replace("hello", "second"));

    expect(await load()).toEqual(["hello", "second"]);
  });

  it("of CommonJS is loaded", async () => {
    await write("package.json", '{ "main": "index.js" }');
    await write(
      "index.js",
      'const { app } = require("@azure/functions"); app.get("hello", () => ({}));',
    );

    expect(await load()).toEqual(["hello"]);
  });

  it("that does not parse is refused with the place", async () => {
    await write("package.json", '{ "main": "*.js" }');
    await write("good.js", 'require("./broken.js")');
    await write("broken.js", "const a = 1;\nconst x = ;");

    expect(await load()).toMatch(/Unexpected token ';' \(.*broken\.js:2\)$/);
  });

  it("bundled into one ES module whose require is created still finds the host", async () => {
    await write("package.json", '{ "type": "module", "main": "dist/main.mjs" }');
    await write("main.ts", source);
    await build({
      entryPoints: [join(folder, "main.ts")],
      outfile: join(folder, "dist/main.mjs"),
      bundle: true,
      platform: "node",
      format: "esm",
      external: ["@azure/functions-core"],
      banner: {
        js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
      },
      logLevel: "silent",
    });
    await rm(join(folder, "node_modules"));

    expect(await load()).toEqual(["hello"]);
  });

  it("without a matching file is refused", async () => {
    await write("package.json", '{ "main": "dist/*.js" }');

    expect(await load()).toContain('zero files matching the supplied pattern "dist/*.js"');
  });

  it("with a file that fails to load is refused, naming the file", async () => {
    await write("package.json", '{ "main": "index.js" }');
    await write("index.js", 'throw new Error("broken at load");');

    expect(await load()).toMatch(/unable to load entry point ".*index\.js": broken at load/);
  });
});
