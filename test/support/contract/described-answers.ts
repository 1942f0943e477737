import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import {
  type ApiDescription,
  apiDescription,
} from "../../../functions/http/description/api-description.ts";

/** An answer as it goes over the wire; the body already read where it is JSON. */
export interface SeenAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Holds answers against the description of the API. */
export class DescribedAnswers {
  readonly #document: ApiDescription;
  readonly #ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
  readonly #operations: ReadonlyMap<string, any>;
  readonly #validators = new Map<object, ValidateFunction>();

  constructor(document: ApiDescription = apiDescription()) {
    this.#document = document;
    const operations = Object.values(document.paths ?? {}).flatMap((path) => Object.values(path));
    this.#operations = new Map(operations.map((one) => [one.operationId, one]));
  }

  /** What the description does not foresee in an answer of that route; nothing when all is well. */
  faults(route: string, { status, headers, body }: SeenAnswer): readonly string[] {
    const operation = this.#operations.get(route);
    if (!operation) return ["the route is not described"];
    const response = this.#resolved(operation.responses[String(status)]);
    if (!response) return [`the status ${status} is not described`];
    const seen = new Map(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const missing = this.#requiredHeaders(response).filter((name) => !seen.has(name.toLowerCase()));
    return [
      ...missing.map((name) => `the header ${name} is missing`),
      ...this.#bodyFaults(response, seen.get("content-type") ?? "application/json", body),
    ];
  }

  #bodyFaults(response: any, contentType: string, body: unknown): string[] {
    const types = Object.keys(response.content ?? {});
    if (body === undefined) return types.length === 0 ? [] : ["the body is missing"];
    const type = contentType.split(";")[0]!.trim();
    if (!types.includes(type)) return [`a body of type ${type} is not described`];
    const validate = this.#validator(response.content[type].schema);
    if (validate(body)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${instancePath || "the body"} ${message} ${JSON.stringify(params)}`,
    );
  }

  /** The components come with it, because schemas refer to them from the document's root. */
  #validator(schema: object): ValidateFunction {
    const validate =
      this.#validators.get(schema) ??
      this.#ajv.compile({ ...schema, components: this.#document.components });
    this.#validators.set(schema, validate);
    return validate;
  }

  #requiredHeaders(response: any): string[] {
    return Object.entries<any>(response.headers ?? {}).flatMap(([name, header]) =>
      this.#resolved(header).required ? name : [],
    );
  }

  /** What a reference points to, or the value itself. */
  #resolved(value: any): any {
    if (typeof value?.$ref !== "string") return value;
    const parts = value.$ref.split("/").slice(1);
    return parts.reduce((found: any, part: string) => found[part], this.#document);
  }
}
