/** Why nothing came of a request: it may not be made or cannot succeed as it is, or nobody answered. */
export interface OutboundFailure {
  readonly ok: false;
  readonly why: "refused" | "unreachable";
  /** For the publisher: never an address that a name led to, and nothing of the address itself. */
  readonly reason: string;
}

const refused = (reason: string): OutboundFailure => ({ ok: false, why: "refused", reason });
const unreachable = (reason: string): OutboundFailure => ({
  ok: false,
  why: "unreachable",
  reason,
});

/** Every way in which a request to somebody else's address ends without an answer. */
export const outboundFailures = {
  malformed: refused("It is not a complete web address. Write it as https://host/path."),
  insecure: refused("It does not begin with https://. Only encrypted addresses are called."),
  credentials: refused("It carries a user name or password before the host. Leave them out."),
  port: refused("It names a port that is not called. Use 443, or one from 1024 on."),
  notPublic: refused("It does not lead to a host on the public internet."),
  unknownName: refused("There is no host of that name. Check the spelling."),
  certificate: refused("The host's certificate is not valid for it. Renew or correct it."),
  redirects: refused("It redirects too often, or to nowhere. Give the final address."),
  tooLarge: (most: number) =>
    refused(`It answers with more than ${String(most)} bytes, which are the most that are taken.`),
  slow: unreachable("The host took too long to answer."),
  silent: unreachable("The host does not answer, or ended the connection before its answer did."),
} as const;

/** Carries a failure through libraries that only know errors. */
export class OutboundError extends Error {
  override readonly name = "OutboundError";
  readonly failure: OutboundFailure;

  constructor(failure: OutboundFailure) {
    super(failure.reason);
    this.failure = failure;
  }
}

interface Thrown {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
}

const fieldsOf = (error: unknown): Thrown =>
  typeof error === "object" && error !== null ? error : {};

const byCode: Readonly<Record<string, OutboundFailure>> = {
  ENOTFOUND: outboundFailures.unknownName,
  ENODATA: outboundFailures.unknownName,
  UND_ERR_CONNECT_TIMEOUT: outboundFailures.slow,
  UND_ERR_HEADERS_TIMEOUT: outboundFailures.slow,
  UND_ERR_BODY_TIMEOUT: outboundFailures.slow,
  CERT_HAS_EXPIRED: outboundFailures.certificate,
  DEPTH_ZERO_SELF_SIGNED_CERT: outboundFailures.certificate,
  SELF_SIGNED_CERT_IN_CHAIN: outboundFailures.certificate,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: outboundFailures.certificate,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: outboundFailures.certificate,
  ERR_TLS_CERT_ALTNAME_INVALID: outboundFailures.certificate,
};

/** What an error of a request means; our own name resolution being away is thrown again. */
export function failureOf(error: unknown): OutboundFailure {
  const causes = [error, fieldsOf(error).cause, fieldsOf(fieldsOf(error).cause).cause];
  for (const cause of causes) {
    if (cause instanceof OutboundError) return cause.failure;
    const { name, code } = fieldsOf(cause);
    if (name === "TimeoutError") return outboundFailures.slow;
    if (code === "EAI_AGAIN") throw new Error("name resolution is away", { cause: error });
    const known = typeof code === "string" ? byCode[code] : undefined;
    if (known) return known;
  }
  return outboundFailures.silent;
}
