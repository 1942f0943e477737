import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { Command } from "commander";
import { sampleSource } from "./release/sample-source.ts";

const [named = ""] = new Command("npm run sample --")
  .description(
    "Writes the files of the sample offer: packages, logos, and offer.json with {{role}} where an uploaded file's reference goes.",
  )
  .argument("<folder>", "where to; it is made when it is not there")
  .parse().args;

const folder = path.resolve(named);
// Nothing to send leads to: whoever follows along by hand has no storage account for them.
const source = await sampleSource(undefined);
await mkdir(folder, { recursive: true });
for (const { fileName, bytes } of source.files) {
  await writeFile(path.join(folder, fileName), bytes);
}
const references = new Map(source.files.map(({ role }) => [role, `{{${role}}}`]));
const packages = { "1.0.0": source.packageEntry("{{package}}") };
const offer = JSON.stringify(source.document(references, packages), undefined, 2);
await writeFile(path.join(folder, "offer.json"), `${offer}\n`);
process.stdout.write(
  `${folder}: offer.json, ${source.files.map(({ fileName }) => fileName).join(", ")}\n`,
);
