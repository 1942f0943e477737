import path from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { FunctionApp } from "../local/functions-host/worker/function-app.ts";

/** Loads the bundle as a host does and writes down what it registered; run it in a process of its own. */
const begun = performance.now();
const root = path.resolve(import.meta.dirname, "../..");
const app = await FunctionApp.load(root, { log: () => undefined });
const milliseconds = Math.round(performance.now() - begun);
const names = [...app.functions.values()].map(({ name }) => name);
process.stdout.write(JSON.stringify({ milliseconds, names }));
