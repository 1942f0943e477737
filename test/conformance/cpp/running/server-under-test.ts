import type { Need } from "../format.ts";

/** A server that speaks the dialect, and what its surroundings can do. */
export interface ServerUnderTest {
  /** Without a slash at its end. */
  readonly url: string;
  /** A publisher that the token may write and publish offers of. */
  readonly publisher: string;
  /** One that it may not. */
  readonly foreignPublisher: string;
  /** What offers made here begin with. */
  readonly offerPrefix: string;
  token(): Promise<string>;
  /** A document of that offer that passes validation. */
  readonly documentFor?: (offer: string) => Promise<unknown>;
  /** Makes reviewers approve the offer's running submission. */
  readonly approve?: (offer: string) => Promise<void>;
}

/** Whether something can be had of these surroundings. */
export const provides = (server: ServerUnderTest, need: Need): boolean =>
  need === "document" ? server.documentFor !== undefined : server.approve !== undefined;
