import type { HttpRequest } from "@azure/functions";
import type { OfferKey } from "../../../shared/offers/offer-key.ts";
import type { Ports } from "../../../shared/ports.ts";
import type { Operation } from "../../../shared/publishing/progress/progress.ts";
import type { Refusal } from "../../../shared/publishing/refusal.ts";
import {
  operationListItem,
  operationView,
  slotOf,
} from "../../../shared/publishing/status/operation-view.ts";
import { ok } from "../answers.ts";
import { endpoint, isRefusal } from "../endpoint.ts";
import { missingNotices } from "../missing.ts";
import { numberFrom, offerKeyFrom, offerKeyOf } from "../route-values.ts";
import { successWordFor } from "./operation-answer.ts";
import { progressOf } from "./submission-progress.ts";

/** An offer's operations, newest first; the filter has two names because clients use both. */
export const listOperations = endpoint("cpp", ({ ports, settings }) => async (request) => {
  const key = offerKeyOf(request);
  if (isRefusal(key)) return key;
  const [progress, operations] = await Promise.all([
    ports.progress.read(key),
    ports.progress.operations(key),
  ]);
  if (!progress) return missingNotices.offer(key);
  const word = successWordFor(key.publisherId, settings);
  const items = operations.map((one) => operationListItem(progress.value.offer, one, word));
  const state = wantedState(request);
  return ok(items.filter((item) => !state || item.submissionState.toLowerCase() === state));
});

const wantedState = (request: HttpRequest): string | undefined =>
  (request.query.get("submissionState") ?? request.query.get("status") ?? "").toLowerCase() ||
  undefined;

/** One operation by its id. */
export const readOperation = endpoint("cpp", ({ ports, settings }) => async (request) => {
  const key = offerKeyOf(request);
  if (isRefusal(key)) return key;
  const id = request.params["operationId"] ?? "";
  const view = await viewOf(ports, key, (operation) => operation.id === id.toLowerCase());
  return view
    ? ok(view(successWordFor(key.publisherId, settings)))
    : missingNotices.operation(printable(id));
});

/** One operation by publisher, offer, number and slot, as older clients address it. */
export const readOperationByReference = endpoint(
  "cpp",
  ({ ports, settings }) =>
    async (request) => {
      const reference = request.params["reference"] ?? "";
      const [publisherId, offerId, version, slot, ...rest] = reference.split("$");
      const number = numberFrom(version);
      const filled = slots[(slot ?? "").toLowerCase()];
      if (number === undefined || !filled || rest.length > 0) return malformedReference;
      const key = offerKeyFrom(publisherId, offerId);
      if (isRefusal(key)) return key;
      const view = await viewOf(
        ports,
        key,
        (operation) => operation.submission === number && slotOf(operation) === filled,
      );
      return view
        ? ok(view(successWordFor(key.publisherId, settings)))
        : missingNotices.operation(reference);
    },
);

const slots: Readonly<Record<string, "staging" | "production">> = {
  staging: "staging",
  preview: "staging",
  production: "production",
};

type View = (word: "succeeded" | "complete") => object;

async function viewOf(
  ports: Ports,
  key: OfferKey,
  isMeant: (operation: Operation) => boolean,
): Promise<View | undefined> {
  const current = (await ports.progress.read(key))?.value;
  if (!current) return undefined;
  const fresh = current.operations.find(isMeant);
  if (fresh) return (word) => operationView(current, fresh, word);
  const old = (await ports.progress.operations(key)).find(isMeant);
  const left = old && (await progressOf(ports, current, old.submission));
  return left && ((word) => operationView(left, old, word));
}

/** An id that is none may be anything; it is shown shortened. */
const printable = (id: string): string => id.replace(/[^\w.-]/g, "?").slice(0, 60);

const malformedReference: Refusal = {
  kind: "invalid",
  code: "InvalidIdentifier",
  message:
    "The operation must be addressed as publisher$offer$number$slot, where slot is preview or production, such as contoso$contoso-offer$2$preview. Correct the address.",
  target: "operation",
};
