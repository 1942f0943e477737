import { execFile } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { functionNames } from "../../functions/app.ts";

const storage = "UseDevelopmentStorage=true";
/** Enough for the app to start; nothing is called. */
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
const { milliseconds, names } = JSON.parse(stdout) as { milliseconds: number; names: string[] };
const missing = functionNames.filter((name) => !names.includes(name));
const surplus = names.filter((name) => !functionNames.includes(name));
if (missing.length > 0 || surplus.length > 0) {
  console.error(
    `missing: ${missing.join(", ") || "none"}; surplus: ${surplus.join(", ") || "none"}`,
  );
  process.exitCode = 1;
} else {
  console.log(
    `dist loads in ${String(milliseconds)} ms and registers ${String(names.length)} functions`,
  );
}
