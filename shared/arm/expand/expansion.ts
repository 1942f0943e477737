import type { JsonDocument, JsonNode } from "../json/json-document.ts";
import type { Plain } from "./values/plain.ts";

/** A template: a file, and where in it the template stands. */
export interface TemplateSource {
  readonly document: JsonDocument;
  readonly node: JsonNode;
}

/** A place in a file, counted from 1. */
interface FilePlace {
  file: string;
  line: number;
  column: number;
}

/** What is wrong with a template, or not known of it. */
export interface Diagnostic extends FilePlace {
  code: string;
  message: string;
}

/**
 * A resource that would be deployed. What is not known before the deployment is the expression
 * that gives it, in square brackets.
 */
export interface ExpandedResource {
  id: string;
  name: string;
  type: string;
  apiVersion?: string;
  location?: string;
  /** The ids of the resources it waits for. */
  dependsOn: string[];
  /** Why it may not be deployed at all. */
  condition?: string;
  /** How often it is deployed, when that is not known; it is listed once. */
  count?: string;
  /** Everything else that the template says of it. */
  body: Record<string, Plain>;
  at: FilePlace;
}

/** The resources of one resource group, subscription, management group or tenant. */
export interface ExpandedScope {
  scope: string;
  resources: ExpandedResource[];
}

export interface ExpandedOutput {
  type: string;
  value: Plain;
}

/** What a template would deploy, as far as can be told without Azure. */
export interface Expansion {
  scopes: ExpandedScope[];
  outputs: Record<string, ExpandedOutput>;
  diagnostics: Diagnostic[];
}
