import { readFile } from "node:fs/promises";
import process from "node:process";
import { Command } from "commander";
import { z } from "zod";
import { LocalTokens } from "../../../infra/local/identity/client/local-tokens.ts";
import { defaultDataFolder } from "../../../infra/local/storage/default-data-folder.ts";
import { readRunFile } from "../../../infra/local/storage/run-folder.ts";
import { loadCases, type NamedCase, offerIdFor } from "./load-cases.ts";
import { localServer } from "./local-server.ts";
import { runCase, type Verdict } from "./running/run-case.ts";
import type { ServerUnderTest } from "./running/server-under-test.ts";

interface Asked {
  base?: string;
  token?: string;
  publisher?: string;
  foreign: string;
  offer: string;
  document?: string;
  local?: string | true;
}

const command = new Command("npm run conformance:cpp --")
  .description("Runs the cases of test/conformance/cpp against a server that speaks the dialect.")
  .option("--base <url>", "its address, without /api")
  .option("--token <token>", "a bearer token that it takes")
  .option("--publisher <id>", "a publisher that the token may publish offers of")
  .option("--foreign <id>", "a publisher that it may not", "fabrikam")
  .option("--offer <prefix>", "what offers made here begin with", `cpp${Date.now().toString(36)}`)
  .option("--document <file>", "an offer document that passes validation; ids are replaced")
  .option("--local [folder]", "instead of all these: a running npm start, by its data folder")
  .argument("[cases...]", "only those whose name begins so, such as publish/")
  .parse();
const asked = command.opts<Asked>();

const RunFile = z.object({
  url: z.string(),
  issuer: z.string(),
  storage: z.record(z.string(), z.string()),
});

async function serverAsked(): Promise<ServerUnderTest> {
  if (asked.local !== undefined) {
    return localStart(asked.local === true ? defaultDataFolder("offerpress") : asked.local);
  }
  const { base, token, publisher, document } = asked;
  if (!base || !token || !publisher) {
    throw new Error("name the server with --base, --token and --publisher, or with --local");
  }
  const text = document === undefined ? undefined : await readFile(document, "utf8");
  return {
    url: base.replace(/\/+$/, ""),
    publisher,
    foreignPublisher: asked.foreign,
    offerPrefix: asked.offer,
    token: () => Promise.resolve(token),
    ...(text !== undefined && {
      documentFor: (offer) =>
        Promise.resolve({ ...JSON.parse(text), id: offer, publisherId: publisher } as object),
    }),
  };
}

async function localStart(folder: string): Promise<ServerUnderTest> {
  const found = RunFile.safeParse(await readRunFile(folder));
  if (!found.success) throw new Error(`--local ${folder}: nothing runs with that data folder`);
  const { url, issuer, storage } = found.data;
  const accountString = (account: string) => storage[account] ?? "";
  return localServer({ url, tokens: new LocalTokens(issuer), accountString }, asked.offer);
}

async function casesAsked(begins: readonly string[]): Promise<readonly NamedCase[]> {
  const cases = await loadCases();
  if (begins.length === 0) return cases;
  const found = cases.filter(({ name }) => begins.some((begin) => name.startsWith(begin)));
  if (found.length === 0) throw new Error(`no case begins with ${begins.join(" or ")}`);
  return found;
}

/** Why a server could not be asked is said by the cause alone. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

function report(name: string, title: string, { outcome, faults, skipped }: Verdict): void {
  const mark = { passed: "ok  ", failed: "FAIL", skipped: "SKIP" }[outcome];
  console.log(`${mark} ${name}: ${title}`);
  for (const fault of faults) console.log(`       ${fault}`);
  for (const what of skipped) console.log(`  SKIP ${what}`);
}

try {
  const server = await serverAsked();
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, story } of await casesAsked(command.args)) {
    const verdict = await runCase(server, story, offerIdFor(server.offerPrefix, name));
    counts[verdict.outcome]++;
    report(name, story.title, verdict);
  }
  const { passed, failed, skipped } = counts;
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 2;
}
