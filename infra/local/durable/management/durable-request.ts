/** A request to the management API, without its transport. */
export interface DurableRequest {
  method: string;
  /** What follows the base address, still percent-encoded, without leading slash. */
  path: string;
  query: URLSearchParams;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: Uint8Array;
  /** What the addresses in answers start with. */
  baseUrl: string;
  /** The key that the addresses in answers carry. */
  code?: string;
}

export interface DurableResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** An answer without content. */
export function empty(status: number): DurableResponse {
  return { status, headers: {}, body: "" };
}

/** An answer in JSON, texts included. */
export function json(
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): DurableResponse {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(value),
  };
}

/** A refusal in the form of a .NET exception. */
export function exception(status: number, message: string, type: string): DurableResponse {
  return json(status, { Message: message, ExceptionType: type });
}
