import { execFile } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { functionNames } from "../../functions/app.ts";

const storage = "UseDevelopmentStorage=true";
/** Enough for the app to start; what is called needs no storage. */
const settings = {
  DATA_STORAGE: storage,
  CALLBACK_STORAGE: storage,
  REGIONS: "westeurope",
  REGION_STORAGE_WESTEUROPE: storage,
  DURABLE_HUB: "Smoke",
  AUTH_ISSUERS: "https://login.microsoftonline.com/common/v2.0",
  AUTH_AUDIENCES: "api://smoke",
};

const loader = path.join(import.meta.dirname, "load-bundle.ts");
const { stdout } = await promisify(execFile)(process.execPath, [loader], {
  env: { ...process.env, ...settings },
});
const { milliseconds, names, pages } = JSON.parse(stdout) as {
  milliseconds: number;
  names: string[];
  pages: Record<string, string>;
};
const faults = [
  ...functionNames.filter((name) => !names.includes(name)).map((name) => `${name} is missing`),
  ...names.filter((name) => !functionNames.includes(name)).map((name) => `${name} is surplus`),
  ...Object.entries(pages).flatMap(([page, status]) =>
    status === "200" ? [] : [`${page} is answered ${status}`],
  ),
];
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
console.log(
  `dist loads in ${String(milliseconds)} ms, registers ${String(names.length)} functions and serves ${String(Object.keys(pages).length)} pages`,
);
