import { access } from "../../../shared/identity/access.ts";
import { ok } from "../answers.ts";
import { isRefusal, offerEndpoint } from "../endpoint.ts";
import { pageOf } from "../request/page.ts";
import { missingNotices } from "../missing.ts";

/** Who did what to an offer and when, newest first; `next` is the `page` of the following request. */
export const readHistory = offerEndpoint(
  { dialect: "own", access: access.readers },
  ({ ports }) =>
    async ({ request, key }) => {
      const page = pageOf(request);
      if (isRefusal(page)) return page;
      const { entries, next } = await ports.progress.history(key, page.token);
      if (entries.length === 0 && page.token === undefined) return missingNotices.offer(key);
      return ok({ entries, ...(next && { next }) });
    },
);
