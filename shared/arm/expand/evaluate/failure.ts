/** An expression that Azure would refuse; carries where in the string, once that is known. */
export class Failure extends Error {
  readonly code: string;
  offset: number | undefined;

  constructor(code: string, message: string, offset?: number) {
    super(message);
    this.code = code;
    this.offset = offset;
  }
}

/** Says that a function cannot work with its arguments. */
export function fail(message: string, code = "expression-fails"): never {
  throw new Failure(code, message);
}
