import { tenantId } from "../directory/sample-directory.ts";
import { apiAudiences } from "../directory/resources.ts";

/** Gets tokens from a local issuer over HTTP. */
export class LocalTokens {
  readonly #issuer: string;

  /** `issuer` is its address, as run.json has it. */
  constructor(issuer: string) {
    this.#issuer = issuer.replace(/\/$/, "");
  }

  /** A token of the sample user with that account, such as `contoso-owner`. */
  async of(account: string, options: TokenOptions = {}): Promise<string> {
    const { audience = apiAudiences[1], version = "2.0" } = options;
    const path = version === "1.0" ? "oauth2/token" : "oauth2/v2.0/token";
    const wanted = version === "1.0" ? { resource: audience } : { scope: `${audience}/.default` };
    const answer = await this.#post(`${tenantId}/${path}`, {
      grant_type: "urn:offerpress:sample-user",
      username: account,
      ...wanted,
    });
    const body = (await answer.json()) as { access_token?: string; error_description?: string };
    if (body.access_token !== undefined) return body.access_token;
    throw new Error(`the local issuer gives ${account} no token: ${body.error_description ?? ""}`);
  }

  async #post(path: string, fields: Record<string, string>): Promise<Response> {
    try {
      const body = new URLSearchParams(fields);
      return await fetch(`${this.#issuer}/${path}`, { method: "POST", body });
    } catch (error) {
      const message = `the local issuer does not answer at ${this.#issuer}: is npm start running?`;
      throw new Error(message, { cause: error });
    }
  }
}

export interface TokenOptions {
  readonly audience?: string;
  readonly version?: "1.0" | "2.0";
}
