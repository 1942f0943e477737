import { randomUUID } from "node:crypto";
import { access } from "../../../shared/identity/access.ts";
import { operationOf } from "../../../shared/publishing/progress/operations.ts";
import {
  canCancel,
  canGoLive,
  canResume,
} from "../../../shared/publishing/progress/permissions.ts";
import { requestCancel, requestGoLive } from "../../../shared/publishing/progress/sign-off.ts";
import { placeOrder } from "../../orders/place-order.ts";
import { isRefusal, offerEndpoint } from "../endpoint.ts";
import { missingNotices } from "../missing.ts";
import { bodyOf } from "../request/request-body.ts";
import { actorOf } from "../access/actor-of.ts";
import { emailsOf, OrderBody } from "./notification-emails.ts";
import { operationAnswer } from "./operation-answer.ts";

const ordering = { dialect: "cpp", access: access.members } as const;
const cancelling = { dialect: "cpp", access: access.membersAndOperators } as const;
const resuming = { dialect: "own", access: access.membersAndOperators } as const;

/** The publisher's sign-off: starts the operation that ends live. */
export const goLive = offerEndpoint(
  ordering,
  (shell) =>
    async ({ request, context, key, caller }) => {
      const sent = await bodyOf(request, OrderBody);
      if (isRefusal(sent)) return sent;
      const notificationEmails = emailsOf(sent.body);
      const order = {
        operationId: randomUUID(),
        ...(notificationEmails !== undefined && { notificationEmails }),
      };
      const placed = await placeOrder(shell, context, {
        act: "go-live",
        key,
        by: actorOf(caller),
        permit: canGoLive,
        change: (progress, at) => requestGoLive(progress, order, at),
      });
      if (!placed) return missingNotices.offer(key);
      return isRefusal(placed) ? placed : operationAnswer(shell, placed.progress, "goLive");
    },
);

/** Asks the submission that is under way to end; what is live stays live. */
export const cancel = offerEndpoint(
  cancelling,
  (shell) =>
    async ({ request, context, key, caller }) => {
      const sent = await bodyOf(request, OrderBody);
      if (isRefusal(sent)) return sent;
      const placed = await placeOrder(shell, context, {
        act: "cancel",
        key,
        by: actorOf(caller),
        permit: canCancel,
        change: requestCancel,
      });
      if (!placed) return missingNotices.offer(key);
      if (isRefusal(placed)) return placed;
      const type = operationOf(placed.progress, "goLive") ? "goLive" : "publish";
      return operationAnswer(shell, placed.progress, type);
    },
);

/** Lets a blocked step try again. */
export const resume = offerEndpoint(resuming, (shell) => async ({ context, key, caller }) => {
  const placed = await placeOrder(shell, context, {
    act: "resume",
    key,
    by: actorOf(caller),
    permit: (progress) => {
      const permission = canResume(progress);
      return permission.ok ? { ok: true, act: "start" } : permission;
    },
    change: (progress, at) => ({ ...progress, offer: { ...progress.offer, changedAt: at } }),
  });
  if (!placed) return missingNotices.offer(key);
  if (isRefusal(placed)) return placed;
  const type = operationOf(placed.progress, "goLive") ? "goLive" : "publish";
  return operationAnswer(shell, placed.progress, type);
});
