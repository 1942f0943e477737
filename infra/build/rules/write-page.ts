import { writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { rulesPage } from "./rules-page.ts";

const page = path.resolve(import.meta.dirname, "../../../docs/rules.md");
await writeFile(page, await rulesPage());
console.log(path.relative(process.cwd(), page));
