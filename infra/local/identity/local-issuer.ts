import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { answerIssuerRequest } from "./http/issuer-front.ts";
import { SignIn } from "./sign-in/sign-in.ts";
import { Grants } from "./tokens/grants.ts";
import { TokenIssuer } from "./tokens/issue-token.ts";
import { signingKey } from "./tokens/signing-key.ts";

export interface LocalIssuerOptions {
  /** Where the signing key is kept; undefined makes a new one each time. */
  readonly folder: string | undefined;
  /** Taken if it is free, else any free one; 0 takes any free one. */
  readonly port: number;
  /**
   * Real time unless a test says otherwise: tokens are about the life of the people and programs
   * that hold them, and stay good when the app's own clock is moved past a review of ten days.
   */
  readonly now?: () => Date;
}

/** The identity provider of this machine: it speaks Entra's endpoints, on loopback only. */
export interface LocalIssuer {
  /** `{url}/{tenant}/oauth2/token` and so on. */
  readonly url: string;
  /** What its tokens say in `iss`, v1 and v2. */
  readonly issuers: readonly string[];
  stop(): Promise<void>;
}

export async function startLocalIssuer(options: LocalIssuerOptions): Promise<LocalIssuer> {
  const { folder, port, now = () => new Date() } = options;
  const key = await signingKey(folder);
  const server = await listening(port);
  const base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const issuer = new TokenIssuer(base, key, now);
  const grants = new Grants(now);
  const rooms = { base, key, issuer, grants, signIn: new SignIn(grants), now };
  server.on("request", (request, response) => {
    answerIssuerRequest(rooms, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  return {
    url: base,
    issuers: [issuer.issuer("1.0"), issuer.issuer("2.0")],
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/** Tried and not looked at beforehand: two starts at once would both find the port free. */
async function listening(port: number): Promise<Server> {
  const server = createServer();
  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
    return server;
  } catch (error) {
    const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    if (!isTaken || port === 0) throw error;
    return listening(0);
  }
}
