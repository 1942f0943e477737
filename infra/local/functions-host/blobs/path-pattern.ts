/** The `path` of a blob trigger: a container and a pattern for the names of its blobs. */
export class BlobPathPattern {
  readonly container: string;
  readonly #pattern: RegExp;
  readonly #tokens: readonly string[];

  /** `container`, or `container/name` where `{token}` stands for any text, `{{` for a brace. */
  constructor(path: string) {
    const slash = path.indexOf("/");
    this.container = slash < 0 ? path : path.slice(0, slash);
    if (!/^(?:\$root|\$web|[a-z0-9-]+)$/.test(this.container)) {
      throw new RangeError(`The blob path "${path}" does not begin with a container's name.`);
    }
    const { source, tokens } = translate(slash < 0 ? "" : path.slice(slash + 1), path);
    this.#tokens = tokens;
    this.#pattern = new RegExp(`^${source || ".*"}$`, "s");
  }

  /** What the tokens stand for in a blob's name; undefined when it does not fit the pattern. */
  match(blob: string): Record<string, string> | undefined {
    const match = this.#pattern.exec(blob);
    if (!match) return undefined;
    return Object.fromEntries(
      this.#tokens.map((token, position) => [token, match[position + 1] ?? ""]),
    );
  }
}

const part = /\{\{|\}\}|\{([^{}]+)\}|[{}]|[^{}]+/g;

function translate(text: string, path: string): { source: string; tokens: string[] } {
  const tokens: string[] = [];
  const source = text.replace(part, (whole, token: string | undefined) => {
    if (token !== undefined) {
      if (tokens.includes(token)) throw new RangeError(`"${path}" has {${token}} twice.`);
      tokens.push(token);
      return "(.*?)";
    }
    if (whole === "{" || whole === "}") throw new RangeError(`"${path}" has a brace too many.`);
    return escape(whole === "{{" || whole === "}}" ? whole.slice(1) : whole);
  });
  // The last token takes as much as it can, the others as little.
  const last = source.lastIndexOf("(.*?)");
  if (last < 0) return { source, tokens };
  return { source: `${source.slice(0, last)}(.*)${source.slice(last + 5)}`, tokens };
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}
