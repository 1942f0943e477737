import schema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";

// One pattern of the schema is no expression of the stricter kind.
const ajv = new Ajv.default({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

/** What the public JSON schema of SARIF 2.1.0 objects to, in a log as others get it. */
export function sarifProblems(log: unknown): readonly string[] {
  const written: unknown = JSON.parse(JSON.stringify(log));
  if (validate(written)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message ?? ""}`,
  );
}
