import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Command, InvalidArgumentError } from "commander";
import { z } from "zod";
import { replaceFile } from "./replace-file.ts";
import { listedVersions } from "./resource-types/listed-versions.ts";
import { refreshLists } from "./resource-types/refresh-lists.ts";

const target = fileURLToPath(
  new URL("../../shared/checks/facts/resource-types.json", import.meta.url),
);

const Lists = z.object({
  asOf: z.string(),
  sources: z.record(z.string(), z.string()),
  types: z.record(z.string(), z.string()),
  retired: z.record(z.string(), z.string()),
});

function day(text: string): string {
  if (!z.iso.date().safeParse(text).success) throw new InvalidArgumentError("Use YYYY-MM-DD.");
  return text;
}

const command = new Command("npm run resource-types --")
  .description(
    "Refreshes shared/checks/facts/resource-types.json, which tells certification the API versions of every resource type.",
  )
  .argument(
    "<source>",
    "a clone of https://github.com/Azure/bicep-types-az, or a file with what `az provider list` printed or GET /providers answered",
  )
  .requiredOption("--as-of <day>", "the day the source is of, as YYYY-MM-DD", day)
  .parse();
const { asOf } = command.opts<{ asOf: string }>();
const [source = ""] = command.args;

const found = await stat(source).catch(() =>
  command.error(`there is neither a folder nor a file ${source}`),
);
const isFolder = found.isDirectory();
const file = isFolder ? path.join(source, "generated", "index.json") : source;
const listed = listedVersions(JSON.parse(await readFile(file, "utf8")));
const old = Lists.parse(JSON.parse(await readFile(target, "utf8")));
const from = isFolder ? "bicep-types-az" : "resource providers";
const lists = refreshLists(old, listed, { asOf, from });
await replaceFile(target, `${JSON.stringify(lists, undefined, 2)}\n`);
const [types, retired] = [lists.types, lists.retired].map((it) => Object.keys(it).length);
console.log(`${types} resource types as of ${asOf}; ${retired} with versions that were retired`);
