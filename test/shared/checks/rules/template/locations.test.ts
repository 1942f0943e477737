import { expect, test } from "vitest";
import {
  said,
  type Files,
  schema,
  deployments,
  parameter,
  nested,
} from "../../../support/small-package.ts";

test.each<[string, Files, string[]]>([
  [
    "an endpoint written out",
    { template: { variables: { url: "https://x.BLOB.core.windows.net/" } } },
    ["Hardcoded.Url.Reference @ variables.url"],
  ],
  [
    "an endpoint as a parameter's default",
    parameter("url", { type: "string", defaultValue: "https://management.azure.com" }),
    [],
  ],
  [
    "a main template that goes to one region",
    parameter("location", { type: "string", defaultValue: "westus" }),
    ["Location.Parameter.Hardcoded @ parameters.location.defaultValue"],
  ],
  [
    "a location that is no string",
    parameter("location", { type: "object", defaultValue: "global" }),
    ["Location.Parameter.TypeMisMatch @ parameters.location.type"],
  ],
  [
    "a resource in one region",
    { template: { resources: [{ name: "a", location: "westus" }] } },
    [
      "Location.Hardcoded @ resources[0].location",
      "Resource.Location.Must.Be.Expression.Or.Global @ resources[0].location",
    ],
  ],
  [
    "the deployment's location in a resource",
    { template: { resources: [{ name: "a", location: "[resourceGroup().location]" }] } },
    ["Location.Parameter.Should.Be.Used @ resources[0].location"],
  ],
  [
    "the deployment's location in a deployment",
    { template: { resources: [{ type: deployments, location: "[deployment().location]" }] } },
    [],
  ],
  [
    "an inner template with a location of its own",
    nested("inner", { parameters: { location: { type: "string", defaultValue: "global" } } }),
    [
      "Location.Parameter.DefaultValuePresent @ resources[0].properties.template.parameters.location.defaultValue",
    ],
  ],
  [
    "an endpoint in an inner template, once",
    nested("inner", { variables: { url: "https://vault.azure.net" } }),
    ["Hardcoded.Url.Reference @ resources[0].properties.template.variables.url"],
  ],
  [
    "a linked template with a default location",
    {
      more: {
        "nestedtemplates/a.json": {
          $schema: schema,
          parameters: { location: { type: "string", defaultValue: "global" } },
        },
      },
    },
    ["Location.Parameter.DefaultValuePresent @ parameters.location.defaultValue"],
  ],
  ["a file that is no template", { more: { "view.json": { url: "core.windows.net" } } }, []],
])("%s", (_, files, expected) => {
  expect(said(files)).toEqual(expected);
});
