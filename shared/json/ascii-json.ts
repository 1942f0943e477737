/**
 * The value as JSON of ASCII characters only, which every JSON reader reads alike. For stores that
 * break characters of several bytes where they join the parts of a long body, as Azurite does.
 */
export const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
