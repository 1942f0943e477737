import { azurePorts } from "./adapters/azure-ports.ts";
import { durableWorkflows } from "./adapters/durable-workflows.ts";
import { register } from "./app.ts";
import { readConfig } from "./config.ts";
import { workflowName } from "./workflows/workflows.ts";

const config = readConfig();

register({
  ports: azurePorts(config),
  workflowsOf: (context) => durableWorkflows(context, workflowName),
  settings: config,
});
