import process from "node:process";
import { pathToFileURL } from "node:url";
import { appSettings, accounts } from "../../infra/local/app-settings.ts";
import { FunctionApp } from "../../infra/local/functions-host/worker/function-app.ts";

// Prints how long importing one file took, in a process of its own and under the worker's contract.
const file = process.argv[2] ?? "";
const nowhere = (account: string): string =>
  `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:1/${account};QueueEndpoint=http://127.0.0.1:1/${account};TableEndpoint=http://127.0.0.1:1/${account}`;
Object.assign(
  process.env,
  appSettings(new Map(accounts.map((name) => [name, nowhere(name)])), "2018-01", [
    "http://127.0.0.1:1/",
  ]),
);
let took = 0;
await FunctionApp.fromRegistrations(
  async () => {
    const begun = performance.now();
    await import(pathToFileURL(file).href);
    took = performance.now() - begun;
  },
  { log: () => undefined },
);
console.log(took);
process.exit(0);
