import { findProperty } from "../../../../arm/json/node.ts";
import { Ranges } from "../../../../arm/json/ranges.ts";
import { templateRule } from "../../rule.ts";

/** Hosts that differ between Azure clouds; longer ones first, so that the whole host is named. */
const hosts = [
  "management.core.windows.net",
  "batch.core.windows.net",
  "core.windows.net",
  "management.azure.com",
  "gallery.azure.com",
  "database.windows.net",
  "login.microsoftonline.com",
  "graph.windows.net",
  "vault.azure.net",
  "datalake.azure.net",
  "azuredatalakestore.net",
  "azuredatalakeanalytics.net",
  "api.loganalytics.io",
  "region.asazure.windows.net",
  "asazure.windows.net",
];
const host = new RegExp(hosts.map((it) => it.replaceAll(".", "\\.")).join("|"), "gi");
/** Schemas, and the public store of automation modules, are the same in every cloud. */
const sameEverywhere = /https:\/\/(?:schema|devopsgallerystorage\.blob)\.$/i;
const longestPrefix = "https://devopsgallerystorage.blob.".length;

/** Endpoints of one cloud do not stand in a template, comments included. */
export const deploymentTemplateMustNotContainHardcodedUri = templateRule(
  {
    id: "DeploymentTemplate-Must-Not-Contain-Hardcoded-Uri",
    title: "Azure endpoints are not written out",
    why: "The template would fail in every cloud but the one whose endpoint it names.",
    fix: "Use environment(), or reference() of the resource, to get the endpoint.",
    example: {
      bad: '{ "suffix": "core.windows.net" }',
      good: '{ "suffix": "[environment().suffixes.storage]" }',
    },
    severity: "error",
  },
  function* check(template) {
    const { text, node } = template;
    const parameters = findProperty(node, "parameters")?.value;
    const allowed = new Ranges(parameters === undefined ? [] : [parameters]);
    for (const match of text.matchAll(host)) {
      const at = node.offset + match.index;
      const before = text.slice(Math.max(0, match.index - longestPrefix), match.index);
      if (sameEverywhere.test(before) || allowed.has(at)) continue;
      const message = `The endpoint ${match[0]} is written out.`;
      yield { at, errorId: "Hardcoded.Url.Reference", message, evidence: match[0] };
    }
  },
);
