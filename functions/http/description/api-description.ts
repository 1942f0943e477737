import { isDeepStrictEqual } from "node:util";
import { createDocument, type ZodOpenApiOverride, type ZodOpenApiPathsObject } from "zod-openapi";
import { Finding } from "../../../shared/findings/finding.ts";
import { HistoryEntry } from "../../../shared/publishing/history/history-entry.ts";
import { ReviewMessage } from "../../../shared/review/review.ts";
import { version } from "../../version.ts";
import { routes } from "../routes.ts";
import { describeOperation } from "./describe-operation.ts";
import { introduction, tags } from "./introduction.ts";
import { operations } from "./operations/operations.ts";
import { headerComponents } from "./response-headers.ts";

/** The description of the whole API, as OpenAPI 3.1. */
export const apiDescription = () =>
  createDocument(
    {
      openapi: "3.1.0",
      info: {
        title: "Offerpress",
        version,
        description: introduction,
        license: { name: "MIT", identifier: "MIT" },
      },
      servers: [{ url: "/", description: "This host" }],
      tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
      paths: pathsOf(),
      components: {
        schemas: { Finding, HistoryEntry, ReviewMessage },
        headers: headerComponents,
        securitySchemes: {
          bearer: {
            type: "http",
            scheme: "bearer",
            bearerFormat: "JWT",
            description:
              "An access token of an identity provider that this marketplace trusts. On your own machine, `npm run -s token` prints one.",
          },
        },
      },
    },
    { override: simplify },
  );

export type ApiDescription = ReturnType<typeof apiDescription>;

function pathsOf(): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    const text = operations[route.name];
    if (!text) throw new Error(`Describe ${route.name} in functions/http/description/operations.`);
    const method = route.method.toLowerCase();
    const path = `/api/${route.route}`;
    paths[path] = { ...paths[path], [method]: describeOperation(route, text) };
  }
  return paths;
}

/** Leaves out what zod adds and no reader needs: the limits of safe integers, patterns of named formats, and that names are text. */
const simplify: ZodOpenApiOverride = ({ jsonSchema: schema }) => {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.format !== undefined) delete schema.pattern;
  if (isDeepStrictEqual(schema.propertyNames, { type: "string" })) delete schema.propertyNames;
};
