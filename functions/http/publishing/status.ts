import { statusView } from "../../../shared/publishing/status/status-view.ts";
import { ok } from "../answers.ts";
import { endpoint, isRefusal } from "../endpoint.ts";
import { missingNotices } from "../missing.ts";
import { offerKeyOf } from "../route-values.ts";

/** The Status tab. */
export const readStatus = endpoint("cpp", ({ ports }) => async (request) => {
  const key = offerKeyOf(request);
  if (isRefusal(key)) return key;
  const progress = await ports.progress.read(key);
  return progress ? ok(statusView(progress.value)) : missingNotices.offer(key);
});
