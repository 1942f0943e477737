import { randomBytes } from "node:crypto";
import { userOf } from "../directory/find-subject.ts";
import type { Form } from "../http/form.ts";
import type { Grants } from "../tokens/grants.ts";
import { authorizationRequest, type AuthorizationRequest } from "./authorization-request.ts";
import { giveBack, type SignInAnswer } from "./give-back.ts";
import { signInErrorPage, signInPage } from "./sign-in-page.ts";

const mostTransactions = 1_000;

/** The interactive sign-in of people. */
export class SignIn {
  readonly #grants: Grants;
  /** Requests whose page was shown: an answer that belongs to none is somebody else's form. */
  readonly #transactions = new Map<string, AuthorizationRequest>();

  constructor(grants: Grants) {
    this.#grants = grants;
  }

  /** `GET …/authorize`. */
  begin(query: Form): SignInAnswer {
    const request = authorizationRequest(query);
    if (typeof request === "string") return { status: 400, html: signInErrorPage(request) };
    if ("fault" in request) {
      const { error, description } = request.fault;
      return giveBack(request.to, { error, error_description: description });
    }
    const transaction = randomBytes(24).toString("base64url");
    const [oldest] = this.#transactions.keys();
    if (this.#transactions.size >= mostTransactions && oldest) this.#transactions.delete(oldest);
    this.#transactions.set(transaction, request);
    const { origin } = new URL(request.redirectUri);
    return {
      status: 200,
      html: signInPage(transaction, origin, request.loginHint),
      formsTo: origin,
    };
  }

  /** `POST …/authorize`: somebody was chosen, or nobody. */
  finish(form: Form): SignInAnswer {
    const transaction = form.get("transaction") ?? "";
    const request = this.#transactions.get(transaction);
    const subject = userOf(form.get("account") ?? "");
    if (!request || (!subject && !form.has("cancel"))) {
      const message =
        "This page is no longer good. Go back to where you came from and sign in anew.";
      return { status: 400, html: signInErrorPage(message) };
    }
    this.#transactions.delete(transaction);
    if (!subject) {
      const description = "AADSTS65004: The person chose not to sign in.";
      return giveBack(request, { error: "access_denied", error_description: description });
    }
    return giveBack(request, { code: this.#grants.code({ ...request, subject }) });
  }
}
