import { access } from "../../../shared/identity/access.ts";
import { statusView } from "../../../shared/publishing/status/status-view.ts";
import { ok } from "../answers.ts";
import { offerEndpoint } from "../endpoint.ts";
import { isKnown } from "../request/entity-tag.ts";
import { noCache } from "../problem.ts";
import { missingNotices } from "../missing.ts";

const reading = { dialect: "cpp", access: access.readers } as const;

/** The Status tab; 304 for a client that has it already. */
export const readStatus = offerEndpoint(reading, ({ ports }) => async ({ request, key }) => {
  const progress = await ports.progress.read(key);
  if (!progress) return missingNotices.offer(key);
  const headers = { ...noCache, ETag: progress.etag };
  return isKnown(request, progress.etag)
    ? { status: 304, headers }
    : ok(statusView(progress.value), headers);
});
