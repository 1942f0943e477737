import type { IncomingMessage } from "node:http";

const mostBytes = 64 * 1024;

/** The fields of a form; undefined when it is too long. */
export async function formOf(request: IncomingMessage): Promise<Form | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Not destroyed when left early: the answer has to go out over the same connection.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > mostBytes) return undefined;
    chunks.push(chunk as Buffer);
  }
  return new Form(new URLSearchParams(Buffer.concat(chunks).toString()));
}

/** Fields that count only when they say something. */
export class Form {
  readonly #fields: URLSearchParams;

  constructor(fields: URLSearchParams) {
    this.#fields = fields;
  }

  get(name: string): string | undefined {
    return this.#fields.get(name)?.trim() || undefined;
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  /** A field that is there twice, which OAuth forbids: one side would read the one, the other the other. */
  get repeated(): string | undefined {
    const names = [...this.#fields.keys()];
    return names.find((name, index) => names.indexOf(name) !== index);
  }
}
