import { z } from "zod";
import { ReviewMessage } from "./review.ts";
import type { ReviewWakeUp } from "./review.ts";

/** What arrived on the callback queue. */
export type Recognised =
  | { readonly kind: "message"; readonly reviewId: string; readonly message: ReviewMessage }
  | { readonly kind: "wake-up"; readonly wakeUp: ReviewWakeUp }
  | { readonly kind: "malformed"; readonly why: string };

const Identifier = z.union([z.string().min(1), z.number()]).transform(String);

// Captured events lack fields that the documentation promises, so only the type is certain.
const AzureDevOpsEvent = z.looseObject({
  eventType: z.string().min(1),
  publisherId: z.string().optional(),
  id: Identifier.optional(),
  subscriptionId: Identifier.optional(),
  notificationId: Identifier.optional(),
  createdDate: z.string().optional(),
  resource: z.looseObject({}).nullish(),
});
type AzureDevOpsEvent = z.infer<typeof AzureDevOpsEvent>;

const PullRequestLink = z.object({
  pullRequestId: z.number(),
  repository: z.looseObject({ remoteUrl: z.url() }),
});

const WorkItemEvent = z.object({
  revision: z.looseObject({ id: Identifier }).optional(),
  id: Identifier.optional(),
});

function pullRequestOf({ resource }: AzureDevOpsEvent): string | undefined {
  const link = PullRequestLink.safeParse(resource?.["pullRequest"] ?? resource);
  if (!link.success) return undefined;
  const { remoteUrl } = link.data.repository;
  return `${remoteUrl.replace(/\/$/, "")}/pullrequest/${String(link.data.pullRequestId)}`;
}

function workItemOf({ eventType, resource }: AzureDevOpsEvent): string | undefined {
  if (!eventType.startsWith("workitem.")) return undefined;
  const item = WorkItemEvent.safeParse(resource);
  // An update's own id counts updates; the work item is behind its revision.
  return item.success ? (item.data.revision?.id ?? item.data.id) : undefined;
}

function wakeUpOf(event: AzureDevOpsEvent): Recognised {
  const { subscriptionId, notificationId, createdDate } = event;
  const key =
    subscriptionId !== undefined && notificationId !== undefined
      ? `${subscriptionId}:${notificationId}`
      : event.id;
  if (key === undefined) return { kind: "malformed", why: "the event has no id" };
  const pullRequest = pullRequestOf(event);
  const workItem = workItemOf(event);
  return {
    kind: "wake-up",
    wakeUp: {
      id: `ado:${key}`,
      eventType: event.eventType,
      ...(subscriptionId === undefined ? {} : { subscriptionId }),
      ...(pullRequest === undefined ? {} : { pullRequest }),
      ...(workItem === undefined ? {} : { workItem }),
      ...(createdDate === undefined ? {} : { createdAt: createdDate }),
    },
  };
}

/** Tells our own message from an Azure DevOps event, and says what is wrong with anything else. */
export function recogniseMessage(json: unknown): Recognised {
  const event = AzureDevOpsEvent.safeParse(json);
  if (event.success) return wakeUpOf(event.data);
  const message = ReviewMessage.safeParse(json);
  if (message.success) {
    const reviewId = message.data.reviewId ?? message.data.submissionId;
    if (reviewId !== undefined) return { kind: "message", reviewId, message: message.data };
  }
  const why = message.error?.issues
    .map((issue) => `${issue.path.join(".") || "message"}: ${issue.message}`)
    .join("; ");
  return { kind: "malformed", why: why ?? "the message names no review" };
}
