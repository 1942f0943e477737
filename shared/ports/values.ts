/** A value with the ETag it was read at. */
export interface Versioned<T> {
  readonly value: T;
  readonly etag: string;
}

/** A JSON object as a client sent it. */
export type JsonObject = Readonly<Record<string, unknown>>;
