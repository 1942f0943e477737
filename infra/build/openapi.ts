import path from "node:path";
import process from "node:process";
import { writeDescription } from "./documentation.ts";

const dist = path.resolve(import.meta.dirname, "../../dist");
console.log(path.relative(process.cwd(), await writeDescription(dist)));
