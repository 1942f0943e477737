import path from "node:path";
import process from "node:process";
import { Command, Option } from "commander";
import { z } from "zod";
import { DirectoryClient } from "./identity/client/directory-client.ts";
import { LocalTokens } from "./identity/client/local-tokens.ts";
import { defaultDataFolder } from "./storage/default-data-folder.ts";
import { readRunFile } from "./storage/run-folder.ts";

interface Asked {
  as: "owner" | "contributor" | "reviewer" | "operator" | "none";
  publisher: string;
  data?: string;
  issuer?: string;
  url?: string;
  audience?: string;
  v1: boolean;
}

const asked = new Command("npm run token --")
  .description("Prints a bearer token of the running local issuer.")
  .addOption(
    new Option("--as <role>", "whose token")
      .choices(["owner", "contributor", "reviewer", "operator", "none"])
      .default("owner"),
  )
  .option("--publisher <id>", "of which publisher owner and contributor are", "contoso")
  .option("--data <folder>", "the data folder of the running app (default: that of npm start)")
  .addOption(
    new Option(
      "--issuer <url>",
      "the issuer's address, for an app that keeps nothing; with --url",
    ).conflicts("data"),
  )
  .option("--url <url>", "the app's address, where --issuer is given: it is told of the member")
  .option("--audience <resource>", "for another audience than the API's")
  .addOption(
    new Option("--v1", "as the v1 token endpoint writes it").default(false).conflicts("v2"),
  )
  .option("--v2", "as the v2 token endpoint writes it (the default)")
  .addHelpText("after", "\nTOKEN=$(npm run -s token -- --as owner)")
  .parse()
  .opts<Asked>();

const RunFile = z.object({ url: z.string(), issuer: z.string() });

async function running(): Promise<{ issuer: string; url: string | undefined }> {
  if (asked.issuer !== undefined) return { issuer: asked.issuer, url: asked.url };
  const folder = path.resolve(asked.data ?? defaultDataFolder("offerpress"));
  const found = RunFile.safeParse(await readRunFile(folder));
  if (found.success) return found.data;
  throw new Error(
    `nothing runs with the data folder ${folder}: npm start first, or name its folder with --data, or --issuer and --url as npm start prints them`,
  );
}

async function token(): Promise<string> {
  const { issuer, url } = await running();
  const tokens = new LocalTokens(issuer);
  const isMember = asked.as === "owner" || asked.as === "contributor";
  if (isMember && url !== undefined) {
    await new DirectoryClient(url, tokens).ensurePublisher(asked.publisher);
  }
  const account = isMember
    ? `${asked.publisher}-${asked.as}`
    : asked.as === "none"
      ? "nobody"
      : asked.as;
  return tokens.of(account, {
    ...(asked.audience !== undefined && { audience: asked.audience }),
    version: asked.v1 ? "1.0" : "2.0",
  });
}

try {
  console.log(await token());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
