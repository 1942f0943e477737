import type { JsonDocument, JsonNode } from "../../json/json-document.ts";
import type { Environment } from "../evaluate/environment.ts";
import type { Run } from "./run.ts";

/** Where a piece of a template is read: in which expansion, file and environment. */
export interface Site {
  readonly run: Run;
  readonly document: JsonDocument;
  readonly environment: Environment;
}

/** Notes that a node is begun, which is where the work runs out if it does. */
export function begun(node: JsonNode, site: Site): Site {
  site.run.place = { document: site.document, node };
  return site;
}

/** Reports something about a node. */
export function report(site: Site, node: JsonNode, code: string, message: string): void {
  site.run.diagnostics.add(code, message, site.document, node.offset);
}
