import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../../../..");
let folder: string;
let running: ChildProcess[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "host-"));
  running = [];
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  await write("package.json", { main: "index.js" });
  await write("host.json", { version: "2.0", extensions: { http: { routePrefix: "x" } } });
  await write("local.settings.json", {
    Values: { GREETING: "hello", AzureWebJobsStorage: "UseDevelopmentStorage=true" },
    Host: { CORS: "*" },
  });
  await writeFile(
    join(folder, "index.js"),
    `const { app } = require("@azure/functions");
     const { existsSync } = require("node:fs");
     app.get("greet", () => ({ body: process.env.GREETING + " " + process.env.AzureWebJobsStorage }));
     app.get("here", () => ({ jsonBody: existsSync("host.json") }));`,
  );
});
afterEach(async () => {
  for (const child of running.filter(({ exitCode }) => exitCode === null)) {
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  await rm(folder, { recursive: true, force: true });
});

async function write(name: string, value: unknown) {
  await writeFile(join(folder, name), JSON.stringify(value));
}

/** Starts the command and resolves when it listens or has ended. */
async function start(...options: string[]) {
  const data = join(folder, "data");
  const script = join(root, "infra/local/host.ts");
  const fixed = ["--app", folder, "--port", "0", "--data", data];
  const child = spawn(process.execPath, [script, ...fixed, ...options], { cwd: tmpdir() });
  running.push(child);
  let output = "";
  const ended = once(child, "exit").then(([code]) => code as number | null);
  const listens = new Promise<void>((resolve) => {
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("functions host on")) resolve();
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
  });
  await Promise.race([listens, ended]);
  return { child, ended, runFile: join(data, "run.json"), output: () => output };
}

async function untilThere(path: string): Promise<any> {
  while (!existsSync(path)) await new Promise((resolve) => setTimeout(resolve, 10));
  return JSON.parse(await readFile(path, "utf8"));
}

describe("npm run host", () => {
  it("runs an app folder, tells where, and stops cleanly", async () => {
    const host = await start("--in-memory");
    const { url, pid, storage } = await untilThere(host.runFile);

    const answer = await fetch(`${url}/x/greet`, { headers: { Origin: "https://a.example" } });

    expect(await (await fetch(`${url}/x/here`)).json()).toBe(true);
    expect(pid).toBe(host.child.pid);
    expect(await answer.text()).toBe(`hello ${storage.runtime}`);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(host.output()).toContain(`greet: [GET] ${url}/x/greet`);
    host.child.kill("SIGTERM");
    expect(await host.ended).toBe(0);
    expect(existsSync(host.runFile)).toBe(false);
  });

  it("refuses a folder that another host is using", async () => {
    const first = await start();
    await untilThere(first.runFile);

    const second = await start();

    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/The host did not start: .*is using/);
    first.child.kill("SIGINT");
    expect(await first.ended).toBe(0);
  });

  it("goes on after an error that the app did not catch, and tells of it", async () => {
    await writeFile(
      join(folder, "index.js"),
      `const { app } = require("@azure/functions");
       app.get("stray", () => {
         setTimeout(() => { throw new Error("thrown late"); });
         void Promise.reject(new Error("rejected"));
         return {};
       });`,
    );
    const host = await start("--in-memory");
    const { url, masterKey } = await untilThere(host.runFile);

    for (let calls = 0; calls < 2; calls++) {
      expect((await fetch(`${url}/x/stray?code=${masterKey}`)).status).toBe(200);
    }
    host.child.kill("SIGTERM");

    expect(await host.ended).toBe(0);
    expect(host.output()).toMatch(/critical: Worker: .*thrown late/);
    expect(host.output()).toMatch(/critical: Worker: .*rejected/);
  });

  it("tells in one line why an app cannot be loaded", async () => {
    await writeFile(join(folder, "index.js"), 'throw new Error("broken at load");');

    const host = await start("--in-memory");

    expect(await host.ended).toBe(1);
    expect(host.output()).toContain("broken at load");
  });
});
