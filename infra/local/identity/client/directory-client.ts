import {
  publisherUser,
  type ServicePrincipal,
  servicePrincipals,
  type Subject,
  tenantId,
} from "../directory/sample-directory.ts";
import type { LocalTokens } from "./local-tokens.ts";

interface KnownUser {
  readonly objectId: string;
  readonly tenantId: string;
  readonly role: string;
}

/** Tells a running app about publishers and their users, as its operator does. */
export class DirectoryClient {
  readonly #url: string;
  readonly #tokens: LocalTokens;

  /** `url` is the app's address, as run.json has it. */
  constructor(url: string, tokens: LocalTokens) {
    this.#url = url.replace(/\/$/, "");
    this.#tokens = tokens;
  }

  /** Creates the publisher unless it is there, and its owner, contributor and pipelines as far as they are missing. */
  async ensurePublisher(publisherId: string): Promise<void> {
    const token = await this.#tokens.of("operator");
    const path = `/api/publishers/${encodeURIComponent(publisherId)}`;
    const found = await this.#call("GET", path, token);
    if (found === undefined) await this.#call("PUT", path, token, { displayText: publisherId });
    const known = (await this.#call("GET", `${path}/users`, token)) as readonly KnownUser[];
    const members = [
      publisherUser(publisherId, "owner"),
      publisherUser(publisherId, "contributor"),
      ...servicePrincipals.filter(({ member }) => member?.publisherId === publisherId),
    ];
    for (const member of members) {
      if (known.some((user) => isAlready(user, member))) continue;
      await this.#call("PUT", `${path}/users/${member.objectId}`, token, userBody(member));
    }
  }

  /** The answer's body; undefined where a GET finds nothing. */
  async #call(method: string, path: string, token: string, body?: object): Promise<unknown> {
    const answer = await this.#send(`${path}?api-version=2017-10-31`, method, token, body);
    const text = await answer.text();
    if (answer.ok) return JSON.parse(text);
    if (method === "GET" && answer.status === 404) return undefined;
    throw new Error(`${method} ${this.#url}${path}: ${String(answer.status)} ${text}`);
  }

  async #send(path: string, method: string, token: string, body?: object): Promise<Response> {
    try {
      return await fetch(this.#url + path, {
        method,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        ...(body && { body: JSON.stringify(body) }),
      });
    } catch (error) {
      throw new Error(`the app does not answer at ${this.#url}: is it running?`, { cause: error });
    }
  }
}

const isAlready = (user: KnownUser, { objectId, member }: Subject): boolean =>
  user.objectId === objectId && user.tenantId === tenantId && user.role === member?.role;

const userBody = (subject: Subject | ServicePrincipal): object => ({
  kind: "clientId" in subject ? "service-principal" : "user",
  name: subject.name,
  tenantId,
  role: subject.member?.role,
});
