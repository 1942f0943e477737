import type { CertificationFacts } from "../facts/certification-facts.ts";
import { decodeText } from "../../arm/json/reading/decode-text.ts";
import type { JsonDocument } from "../../arm/json/json-document.ts";
import { isMissing, stringOf, valueAt } from "../../arm/json/node.ts";
import { readJson, type JsonReading } from "../../arm/json/reading/read-json.ts";
import { Template } from "../../arm/template/template.ts";

/** A JSON file of a package, read or refused. */
export interface JsonFile {
  path: string;
  reading: JsonReading;
  /** False when some bytes were no text. */
  isExact: boolean;
}

/** What is in a package; every file is parsed once. */
export interface PackageModel {
  jsonFiles: readonly JsonFile[];
  /** Every template, inner ones included. */
  templates: readonly Template[];
  /** The template whose parameters createUiDefinition fills. */
  mainTemplate: Template | undefined;
  /** The form that fills the main template. */
  createUiDefinition: JsonDocument | undefined;
  /** Every form, that one first. */
  definitions: readonly JsonDocument[];
  /** Files of parameter values. */
  parameterFiles: readonly JsonDocument[];
}

/** What all rules look at. */
export interface CertificationModel extends PackageModel {
  facts: CertificationFacts;
}

/** Which files play which part; paths as in the package. */
export interface ModelParts {
  mainTemplate: string | undefined;
  createUiDefinition: string | undefined;
  /** Further templates that customers deploy directly. */
  wrapper?: string | undefined;
}

/** Parses the JSON files of a package. */
export function buildModel(
  files: readonly { path: string; bytes: Uint8Array }[],
  parts: ModelParts,
): PackageModel {
  const jsonFiles = files.filter((file) => /\.jsonc?$/i.test(file.path)).map(readJsonFile);
  const documents = jsonFiles.flatMap(({ reading }) => (reading.ok ? [reading.document] : []));
  const mains = new Set([parts.mainTemplate, parts.wrapper]);
  const wholes = documents
    .filter((document) => mains.has(document.file) || isTemplate(document))
    .map((it) => new Template(it, it.root, mains.has(it.file) ? "main" : "linked"));
  const forms = documents.filter(isDefinition);
  const createUiDefinition =
    documents.find((document) => document.file === parts.createUiDefinition) ?? forms[0];
  return {
    jsonFiles,
    templates: wholes.flatMap((template) => [...template.withInner()]),
    mainTemplate: wholes.find((template) => template.document.file === parts.mainTemplate),
    createUiDefinition,
    definitions: createUiDefinition ? [...new Set([createUiDefinition, ...forms])] : [],
    parameterFiles: documents.filter(isParameterFile),
  };
}

function readJsonFile(file: { path: string; bytes: Uint8Array }): JsonFile {
  const { text, isExact } = decodeText(file.bytes);
  return { path: file.path, reading: readJson(text, file.path), isExact };
}

/** A definition under another name is told by its schema; without one, by its name after all. */
function isDefinition(document: JsonDocument): boolean {
  const schema = stringOf(valueAt(document.root, "$schema"));
  if (schema !== undefined && schema !== "") return /createUiDefinition/i.test(schema);
  return /createUiDefinition[^/]*$/i.test(document.file);
}

/** A file of parameter values says so in its schema; without one, its name does. */
function isParameterFile(document: JsonDocument): boolean {
  const schema = stringOf(valueAt(document.root, "$schema"));
  if (schema !== undefined && schema !== "") return /deploymentParameters/i.test(schema);
  return /deploymentParameters|\.parameters\.jsonc?$/i.test(document.file);
}

/** A template says so in its schema; without one, having resources is enough. */
function isTemplate(document: JsonDocument): boolean {
  const schema = stringOf(valueAt(document.root, "$schema"));
  if (schema !== undefined && schema !== "") return /deploymentTemplate/i.test(schema);
  const name = document.file.slice(document.file.lastIndexOf("/") + 1);
  if (/createUiDefinition|\.parameters\.json$/i.test(name)) return false;
  return /deploymentTemplate/i.test(name) || !isMissing(valueAt(document.root, "resources"));
}
