import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { apiDescription } from "../../../../functions/http/description/api-description.ts";
import { operations } from "../../../../functions/http/description/operations/operations.ts";
import { routes } from "../../../../functions/http/routes.ts";
import { refusalCodes } from "../../../../shared/publishing/refusal.ts";

const document = apiDescription() as any;
const described = Object.entries<any>(document.paths).flatMap(([path, item]) =>
  Object.entries<any>(item).map(([method, operation]) => ({ path, method, operation })),
);
const named = described.map((one) => [one.operation.operationId, one] as const);

/** Every object in the document, with where it is. */
function* objectsIn(value: any, where = "#"): Generator<[string, any]> {
  if (typeof value !== "object" || value === null) return;
  yield [where, value];
  for (const [key, inner] of Object.entries(value)) yield* objectsIn(inner, `${where}/${key}`);
}

const pointed = (reference: string) =>
  reference
    .split("/")
    .slice(1)
    .reduce((found, part) => found?.[part], document);

/** Everything that is a JSON Schema: of components, parameters, headers and bodies. */
const schemas = [...objectsIn(document)].filter(
  ([where]) => /\/schema$/.test(where) || /^#\/components\/schemas\/[^/]+$/.test(where),
);

describe("the description of the API", () => {
  it("is of OpenAPI 3.1, and served by whatever host it is read from", () => {
    expect(document).toMatchObject({ openapi: "3.1.0", servers: [{ url: "/" }] });
    expect(document.info.title).toBe("Offerpress");
  });

  it("describes every route at its address, and nothing else", () => {
    const ours = routes.map(({ name, method, route }) => [name, method, `/api/${route}`].join(" "));
    const theirs = described.map(({ path, method, operation }) =>
      [operation.operationId, method.toUpperCase(), path].join(" "),
    );

    expect(theirs.toSorted()).toEqual(ours.toSorted());
    expect(Object.keys(operations).toSorted()).toEqual(routes.map(({ name }) => name).toSorted());
  });

  it("has valid schemas only", () => {
    const ajv = new Ajv2020({ strict: false });
    const invalid = schemas.filter(([, schema]) => !ajv.validateSchema(schema));

    expect(schemas.length).toBeGreaterThan(100);
    expect(invalid.map(([where]) => where)).toEqual([]);
  });

  it("has a meaning for every type and keyword that a schema begins with", () => {
    const hollow = schemas.filter(([, schema]) => Object.keys(schema).length === 0);

    expect(hollow.map(([where]) => where)).toEqual([]);
  });

  it("refers to nothing that is not there", () => {
    const references = [...objectsIn(document)].flatMap(([, { $ref }]) =>
      typeof $ref === "string" ? [$ref] : [],
    );

    expect(references.length).toBeGreaterThan(50);
    expect(references.filter((reference) => pointed(reference) === undefined)).toEqual([]);
  });

  it("uses every component", () => {
    const references = new Set([...objectsIn(document)].map(([, { $ref }]) => $ref));
    const { securitySchemes, ...components } = document.components;
    const all = Object.entries<any>(components).flatMap(([kind, entries]) =>
      Object.keys(entries).map((name) => `#/components/${kind}/${name}`),
    );

    expect(all.filter((name) => !references.has(name))).toEqual([]);
    expect(Object.keys(securitySchemes)).toEqual(["bearer"]);
  });

  it("lists every code that a refusal may have", () => {
    expect(document.components.schemas.ErrorCode.enum.toSorted()).toEqual(
      [...refusalCodes, "InternalError"].toSorted(),
    );
  });

  it("has a tag for every operation, and an operation for every tag", () => {
    const used = new Set(described.flatMap(({ operation }) => operation.tags));

    expect([...used].toSorted()).toEqual(document.tags.map(({ name }: any) => name).toSorted());
  });

  it("has examples that are what their components ask for", () => {
    const ajv = addFormats.default(new Ajv2020({ strict: false }));
    const examples = Object.values<any>(document.components.schemas).flatMap((schema) =>
      (schema.examples ?? []).map((one: object) => [schema, one] as const),
    );

    expect(examples.length).toBeGreaterThan(0);
    for (const [schema, one] of examples) {
      const validate = ajv.compile({ ...schema, components: document.components });
      expect([validate(one), validate.errors]).toEqual([true, null]);
    }
  });

  it("is the same whenever it is made", () => {
    expect(JSON.stringify(apiDescription())).toBe(JSON.stringify(document));
  });
});

describe.each(named)("%s", (name, { path, method, operation }) => {
  const { handler } = routes.find((route) => route.name === name)!;
  const parameters = (place: string) => operation.parameters.filter((one: any) => one.in === place);

  it("declares the parameters of its address, each required", () => {
    const inAddress = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);

    expect(parameters("path").map((one: any) => one.name)).toEqual(inAddress);
    for (const one of parameters("path")) expect(one.required).toBe(true);
  });

  it("explains every parameter, and names none twice", () => {
    const keys = operation.parameters.map((one: any) => `${one.in} ${one.name.toLowerCase()}`);

    expect(new Set(keys).size).toBe(keys.length);
    for (const one of operation.parameters)
      expect([one.name, one.description]).toEqual([one.name, expect.stringMatching(/\S\.$/)]);
  });

  it("has examples that are what their schemas ask for", () => {
    const ajv = addFormats.default(new Ajv2020({ strict: false }));
    const examples = operation.parameters.flatMap(({ schema, example }: any) =>
      [example, ...(schema.examples ?? [])].flatMap((one) =>
        one === undefined ? [] : [[schema, one]],
      ),
    );

    for (const [schema, one] of examples)
      expect([one, ajv.validate(schema, one)]).toEqual([one, true]);
  });

  it("demands the api-version exactly where the dialect does", () => {
    const version = parameters("query").find((one: any) => one.name === "api-version");

    expect(version.required ?? false).toBe(handler.dialect === "cpp");
  });

  it("says who may call it", () => {
    const isOpen = handler.access.to === "anyone";

    expect(operation["x-access"]).toEqual(handler.access);
    expect(operation.security).toEqual(
      !isOpen ? [{ bearer: [] }] : operation.tags[0] === "Catalogue" ? [{}, { bearer: [] }] : [],
    );
    expect("401" in operation.responses).toBe(!isOpen);
    expect("403" in operation.responses).toBe(
      handler.access.to === "roles" || name === "readPreview",
    );
  });

  it("takes an idempotency key if it is a POST", () => {
    const names = parameters("header").map((one: any) => one.name);

    expect(names.includes("Idempotency-Key")).toBe(method === "post");
  });

  it("is explained, and so is every answer", () => {
    expect(operation.summary).toMatch(/^[A-Z]/);
    expect(operation.description.length).toBeGreaterThan(20);
    for (const response of Object.values<any>(operation.responses)) {
      expect((response.$ref ? pointed(response.$ref) : response).description).toMatch(/\.$/);
    }
  });
});

const withBody = named.filter(([, { operation }]) => operation.requestBody);

it.each(withBody)(
  "%s names what it takes, and shows a body that it would take",
  (_, { operation }) => {
    const { schema, example } = operation.requestBody.content["application/json"];
    const ajv = addFormats.default(new Ajv2020({ strict: false }));
    const validate = ajv.compile({ ...schema, components: document.components });

    expect(schema).toEqual({ $ref: expect.stringMatching(/^#\/components\/schemas\/\w+$/) });
    expect(Object.keys(example).length).toBeGreaterThan(0);
    expect([validate(example), validate.errors]).toEqual([true, null]);
  },
);
