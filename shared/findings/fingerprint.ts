import { textSha256 } from "../packages/sha256.ts";

/** Recognises a finding in later versions: of its rule, its place by names, and the value there. */
export const fingerprintOf = (...parts: readonly string[]): string =>
  textSha256(JSON.stringify(parts)).slice(0, 32);
