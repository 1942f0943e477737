import process from "node:process";
import { hostOptions } from "./host/host-options.ts";
import { runHost } from "./host/run-host.ts";

await runHost(hostOptions(process.argv.slice(2)));
