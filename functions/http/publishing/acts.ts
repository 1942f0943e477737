import { randomUUID } from "node:crypto";
import { operationOf } from "../../../shared/publishing/progress/operations.ts";
import {
  canCancel,
  canGoLive,
  canResume,
} from "../../../shared/publishing/progress/permissions.ts";
import { requestCancel, requestGoLive } from "../../../shared/publishing/progress/sign-off.ts";
import { placeOrder } from "../../orders/place-order.ts";
import { endpoint, isRefusal } from "../endpoint.ts";
import { missingNotices } from "../missing.ts";
import { bodyOf } from "../request-body.ts";
import { offerKeyOf } from "../route-values.ts";
import { emailsOf, OrderBody } from "./notification-emails.ts";
import { operationAnswer } from "./operation-answer.ts";

/** The publisher's sign-off: starts the operation that ends live. */
export const goLive = endpoint("cpp", (shell) => async (request, context) => {
  const key = offerKeyOf(request);
  if (isRefusal(key)) return key;
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
    permit: canGoLive,
    change: (progress, at) => requestGoLive(progress, order, at),
  });
  if (!placed) return missingNotices.offer(key);
  return isRefusal(placed) ? placed : operationAnswer(placed.progress, "goLive", shell.settings);
});

/** Asks the submission that is under way to end; what is live stays live. */
export const cancel = endpoint("cpp", (shell) => async (request, context) => {
  const key = offerKeyOf(request);
  if (isRefusal(key)) return key;
  const sent = await bodyOf(request, OrderBody);
  if (isRefusal(sent)) return sent;
  const placed = await placeOrder(shell, context, {
    act: "cancel",
    key,
    permit: canCancel,
    change: requestCancel,
  });
  if (!placed) return missingNotices.offer(key);
  if (isRefusal(placed)) return placed;
  const type = operationOf(placed.progress, "goLive") ? "goLive" : "publish";
  return operationAnswer(placed.progress, type, shell.settings);
});

/** Lets a blocked step try again. */
export const resume = endpoint("own", (shell) => async (request, context) => {
  const key = offerKeyOf(request);
  if (isRefusal(key)) return key;
  const placed = await placeOrder(shell, context, {
    act: "resume",
    key,
    permit: (progress) => {
      const permission = canResume(progress);
      return permission.ok ? { ok: true, act: "start" } : permission;
    },
    change: (progress) => progress,
  });
  if (!placed) return missingNotices.offer(key);
  if (isRefusal(placed)) return placed;
  const type = operationOf(placed.progress, "goLive") ? "goLive" : "publish";
  return operationAnswer(placed.progress, type, shell.settings);
});
