type Headers = Record<
  string,
  { description: string; required: boolean; schema: { type: "string" } } | { $ref: string }
>;

/** Headers of an answer by name and meaning. */
export const headersOf = (meanings: Readonly<Record<string, string>>, required = true): Headers =>
  Object.fromEntries(
    Object.entries(meanings).map(([name, description]) => [
      name,
      { description, required, schema: { type: "string" } },
    ]),
  );

const name = "x-ms-correlation-request-id";

/** Every answer has it. */
export const correlationHeader: Headers = { [name]: { $ref: `#/components/headers/${name}` } };
export const headerComponents = headersOf({
  [name]: "The id that you sent under this name, or one of ours; the log knows the request by it.",
});
