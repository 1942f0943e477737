import { readFileSync } from "node:fs";
import { route } from "../functions/http/route.ts";

export const impure = (): string => readFileSync(route, "utf8");
