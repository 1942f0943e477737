import { writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { offerModelPage } from "./offer-model-page.ts";

const page = path.resolve(import.meta.dirname, "../../../docs/offer-model.md");
await writeFile(page, await offerModelPage());
console.log(path.relative(process.cwd(), page));
