import type { ReturnAddress } from "./authorization-request.ts";
import { formPostPage } from "./sign-in-page.ts";

/** What the browser is answered: a page, or where to go. */
export type SignInAnswer =
  | {
      readonly status: 200 | 400;
      readonly html: string;
      /** Where else the page's form leads. */
      readonly formsTo?: string;
    }
  | { readonly status: 302; readonly location: string };

/** Sends the browser back to the application with an answer, in the way that it asked for. */
export function giveBack(
  { redirectUri, responseMode, state }: ReturnAddress,
  answer: Readonly<Record<string, string>>,
): SignInAnswer {
  const fields = new URLSearchParams({ ...answer, ...(state !== undefined && { state }) });
  if (responseMode === "form_post") {
    const { origin } = new URL(redirectUri);
    return { status: 200, html: formPostPage(redirectUri, fields), formsTo: origin };
  }
  const mark = responseMode === "fragment" ? "#" : redirectUri.includes("?") ? "&" : "?";
  return { status: 302, location: `${redirectUri}${mark}${fields.toString()}` };
}
