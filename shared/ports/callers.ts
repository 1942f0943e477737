import type { Member } from "../identity/member.ts";
import type { Principal } from "../identity/principal.ts";
import type { Publisher } from "../identity/publisher.ts";

/** What was made of a bearer token. The reason is for its sender and never quotes the token. */
export type TokenVerdict =
  | { readonly ok: true; readonly principal: Principal }
  | { readonly ok: false; readonly why: "invalid" | "unavailable"; readonly reason: string };

/** Checks signature, issuer, audience and life time of bearer tokens. */
export interface Tokens {
  check(token: string): Promise<TokenVerdict>;
}

/** Who may act for which publisher. */
export interface Members {
  read(publisherId: string, objectId: string): Promise<Member | undefined>;
  list(publisherId: string): Promise<readonly Member[]>;
  /** Every publisher that a principal is a member of. */
  of(principal: Principal): Promise<readonly Member[]>;
  put(member: Member): Promise<void>;
  remove(member: Member): Promise<void>;
}

export interface Publishers {
  read(publisherId: string): Promise<Publisher | undefined>;
  list(): Promise<readonly Publisher[]>;
  put(publisher: Publisher): Promise<void>;
}

/** A request that carries an idempotency key, and what was answered once that is known. */
export interface KeyedRequest {
  /** Object id of the caller: keys of different callers never meet. */
  readonly caller: string;
  readonly key: string;
  /** Tells the same request from another one under the same key. */
  readonly fingerprint: string;
  readonly at: string;
  readonly answer?: KeptAnswer;
}

export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Requests that may be sent again without being done again. */
export interface Idempotency {
  /** Takes the key; answers the request that holds it already, if one does. */
  claim(request: KeyedRequest): Promise<KeyedRequest | undefined>;
  keep(request: KeyedRequest, answer: KeptAnswer): Promise<void>;
  /** Gives the key back: nothing was done. */
  release(request: KeyedRequest): Promise<void>;
  /** Drops some of those that were claimed before; called again and again. */
  forget(before: Date): Promise<void>;
}
