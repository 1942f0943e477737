import path from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { viewerFiles } from "../../functions/http/description/viewer-files.ts";
import { FunctionApp } from "../local/functions-host/worker/function-app.ts";

/** Loads the bundle as a host does and writes down what it registered and serves; run it in a process of its own. */
const begun = performance.now();
const root = path.resolve(import.meta.dirname, "../..");
const app = await FunctionApp.load(root, { log: () => undefined });
const milliseconds = Math.round(performance.now() - begun);
const functions = [...app.functions.values()];

/** What a route answers to a GET without a token. */
async function statusOf(name: string, file?: string): Promise<string | undefined> {
  const request = {
    method: "GET",
    url: "http://127.0.0.1/",
    nullableParams: { ...(file && { file: { value: file } }) },
  };
  const trigger = functions.find((one) => one.name === name)?.trigger.name ?? "";
  const inputData = [{ name: trigger, data: { http: request } }];
  const { returnValue } = await app.invoke(name, { inputData });
  return (returnValue?.http as { statusCode?: string } | undefined)?.statusCode;
}

/** The files beside the bundle: a missing one is not noticed when it loads. */
const pages: Record<string, string | undefined> = {
  "openapi.json": await statusOf("readApiDescription"),
  "docs/index.html": await statusOf("readApiViewer"),
};
for (const file of viewerFiles) pages[`docs/${file}`] = await statusOf("readApiViewerFile", file);

/** An upload comes as a reference, which only the app's own list of references understands. */
const inputData = [
  {
    name: functions.find(({ name }) => name === "assetUploaded")?.trigger.name ?? "",
    data: {
      modelBindingData: {
        version: "1.0",
        source: "AzureStorageBlobs",
        contentType: "application/json",
        content: Buffer.from("{}"),
      },
    },
  },
];
await app.invoke("assetUploaded", { inputData });

const names = functions.map(({ name }) => name);
process.stdout.write(JSON.stringify({ milliseconds, names, pages }));
