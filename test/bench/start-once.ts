import { startLocalApp } from "../../infra/local/local-app.ts";

// Prints how long one start took; a process of its own, because a worker loads an app once.
const app = await startLocalApp({
  folder: undefined,
  port: 0,
  process: "2018-01",
  log: () => undefined,
});
console.log(JSON.stringify(app.took));
await app.stop();
