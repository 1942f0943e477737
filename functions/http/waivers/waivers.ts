import { z } from "zod";
import { Waiver } from "../../../shared/findings/waivers/waiver.ts";
import { access } from "../../../shared/identity/access.ts";
import type { Refusal } from "../../../shared/publishing/refusal.ts";
import { actorOf } from "../access/actor-of.ts";
import { ok } from "../answers.ts";
import { isRefusal, offerEndpoint } from "../endpoint.ts";
import { missingNotices } from "../missing.ts";
import { printable } from "../request/malformed.ts";
import { bodyOf } from "../request/request-body.ts";

const reading = { dialect: "own", access: access.readers } as const;
const deciding = { dialect: "own", access: access.staff } as const;

/** Every finding of the offer that reviewers let pass, those whose day is over included. */
export const listWaivers = offerEndpoint(
  reading,
  ({ ports }) =>
    async ({ key }) =>
      (await ports.documents.readDraft(key))
        ? ok(await ports.waivers.list(key))
        : missingNotices.offer(key),
);

export const WaiverBody = z.object({
  ruleId: z.string({ error: "must be the finding's ruleId" }).min(1).max(100),
  reason: z
    .string({ error: "must say why, for the publisher and for later reviewers" })
    .min(1)
    .max(1000),
  until: z.iso.date({ error: "must be the last day it holds, such as 2027-06-30" }),
});

/** Lets a finding pass, in this version and later ones, until a day. */
export const writeWaiver = offerEndpoint(
  deciding,
  ({ ports }) =>
    async ({ request, key, caller }) => {
      const sent = await bodyOf(request, WaiverBody);
      if (isRefusal(sent)) return sent;
      const fingerprint = Waiver.shape.fingerprint.safeParse(request.params["fingerprint"]);
      if (!fingerprint.success) return notAFingerprint;
      if (!(await ports.documents.readDraft(key))) return missingNotices.offer(key);
      const now = ports.clock.now().toISOString();
      if (sent.body.until < now.slice(0, 10)) return pastDay;
      const { id, name } = actorOf(caller);
      const waiver: Waiver = {
        ...key,
        fingerprint: fingerprint.data,
        ...sent.body,
        grantedBy: { id, name },
        grantedAt: now,
      };
      await ports.waivers.put(waiver);
      return ok(waiver);
    },
);

/** Takes a waiver back; the next submission is judged without it. */
export const removeWaiver = offerEndpoint(deciding, ({ ports }) => async ({ request, key }) => {
  const named = request.params["fingerprint"] ?? "";
  const rule = request.query.get("ruleId");
  const all = await ports.waivers.list(key);
  const found = all.filter(
    ({ fingerprint, ruleId }) => fingerprint === named && (rule === null || rule === ruleId),
  );
  if (found.length === 0) return missingNotices.waiver(printable(named));
  for (const waiver of found) await ports.waivers.remove(waiver);
  return ok(found);
});

const notAFingerprint: Refusal = {
  kind: "invalid",
  code: "InvalidIdentifier",
  message: "A finding is named by its fingerprint, 32 hexadecimal digits. Take it from the report.",
  target: "fingerprint",
};
const pastDay: Refusal = {
  kind: "invalid",
  code: "InvalidRequest",
  message: "until is a day that is over. Name today or a later one.",
  target: "until",
};
