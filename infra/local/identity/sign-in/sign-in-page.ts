import { userOf } from "../directory/find-subject.ts";
import { sampleUsers, tenantDomain, type Subject } from "../directory/sample-directory.ts";
import { escaped, page } from "./html.ts";

const description = ({ roles, member }: Subject): string => {
  if (member) return `${member.role} of publisher ${member.publisherId}`;
  return roles.length > 0 ? "of the whole marketplace" : "signed in, but member of nothing";
};

const userButton = (user: Subject, hint: string | undefined): string =>
  `<li><button name="account" value="${escaped(user.account)}"${hint === user.account ? " autofocus" : ""}>${escaped(user.name)}<small>${escaped(description(user))}</small></button></li>`;

/** Whoever is hinted at comes first, also a member of a publisher that is no sample. */
function peopleFor(hint: string | undefined): readonly Subject[] {
  const hinted = hint === undefined ? undefined : userOf(hint);
  if (!hinted) return sampleUsers;
  return [hinted, ...sampleUsers.filter(({ account }) => account !== hinted.account)];
}

/** Whom to be: the sample users as buttons. `transaction` is good for one answer, which goes to `destination`. */
export function signInPage(
  transaction: string,
  destination: string,
  loginHint: string | undefined,
): string {
  const hint = loginHint?.toLowerCase().replace(`@${tenantDomain}`, "");
  const buttons = peopleFor(hint).map((user) => userButton(user, hint));
  return page(
    "Sign in to Offerpress",
    `<h1>Sign in</h1>
<p>This is the identity provider of this machine. Choose whom to be at ${escaped(destination)}; there are no passwords.</p>
<form method="post">
<input type="hidden" name="transaction" value="${escaped(transaction)}">
<ul aria-label="Sample users">
${buttons.join("\n")}
</ul>
<button name="cancel" value="yes">Cancel</button>
</form>`,
  );
}

/** Why nobody can sign in with that request. */
export const signInErrorPage = (message: string): string =>
  page("Sign-in is not possible", `<h1>Sign-in is not possible</h1>\n<p>${escaped(message)}</p>`);

export const signedOutPage = (): string =>
  page(
    "Signed out",
    "<h1>You are signed out</h1>\n<p>The issuer of this machine keeps no sessions. You can close this page.</p>",
  );

/** Sends the browser back with a form, as `response_mode=form_post` wants it. */
export const formPostPage = (address: string, fields: URLSearchParams): string =>
  page(
    "Signing in",
    `<h1>Signing in</h1>
<p>The next page is one of ${escaped(new URL(address).origin)}.</p>
<form method="post" action="${escaped(address)}">
${[...fields].map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`).join("\n")}
<button autofocus>Go on</button>
</form>`,
  );
