import { expect, test } from "vitest";
import { said } from "../support/small-package.ts";

const signed = "https://a.b/c?sv=2022-11-02&sig=";
const key = "kx7Qm2vT9pLw4RzY8nBc3HfJ6sDgA1uE5oKiXeWqZtM%3D";

test("what blocks is said although the catalogue advises something at the same place", () => {
  const resources = [
    { properties: { uri: `[concat('${signed.slice(0, -4)}', 'sig=', '${key}')]` } },
  ];
  const found = said({ template: { resources } });
  expect(found).toContain("URI.Improperly.Constructed @ resources[0].properties.uri");
  expect(found).toContain("SharedAccessSignature.In.Pieces @ resources[0].properties.uri");
});

test("a rule of the catalogue is heard whatever others say at the same place", () => {
  const link = "[deployment().properties.templateLink.uri]";
  const parameters = { _artifactsLocation: { type: "string", defaultValue: link } };
  expect(said({ template: { parameters } })).toContain(
    "ArtifactsLocation.Parameter.sasToken.Missing @ parameters._artifactsLocation",
  );
});
