import type { HttpRequest } from "@azure/functions";
import { access } from "../../../shared/identity/access.ts";
import type { OfferKey } from "../../../shared/offers/offer-key.ts";
import type { Operation } from "../../../shared/publishing/progress/progress.ts";
import {
  operationListItem,
  operationView,
  slotOf,
} from "../../../shared/publishing/status/operation-view.ts";
import type { Shell } from "../../shell.ts";
import { ok } from "../answers.ts";
import { offerEndpoint, referenceEndpoint } from "../endpoint.ts";
import { printable } from "../request/malformed.ts";
import { missingNotices } from "../missing.ts";
import { compatibilityOf } from "./compatibility.ts";
import { progressOf } from "./submission-progress.ts";

const reading = { dialect: "cpp", access: access.readers } as const;

/** An offer's operations, newest first; the filter has two names because clients use both. */
export const listOperations = offerEndpoint(reading, (shell) => async ({ request, key }) => {
  const { ports } = shell;
  const [progress, operations, { terminalStatus, hideCanceledOperations }] = await Promise.all([
    ports.progress.read(key),
    ports.progress.operations(key),
    compatibilityOf(shell, key.publisherId),
  ]);
  if (!progress) return missingNotices.offer(key);
  const items = operations
    .filter(({ state }) => !hideCanceledOperations || state !== "canceled")
    .map((one) => operationListItem(progress.value.offer, one, terminalStatus));
  const state = wantedState(request);
  return ok(items.filter((item) => !state || item.submissionState.toLowerCase() === state));
});

const wantedState = (request: HttpRequest): string | undefined =>
  (request.query.get("submissionState") ?? request.query.get("status") ?? "").toLowerCase() ||
  undefined;

/** One operation by its id. */
export const readOperation = offerEndpoint(reading, (shell) => async ({ request, key }) => {
  const id = request.params["operationId"] ?? "";
  const view = await viewOf(shell, key, (operation) => operation.id === id.toLowerCase());
  return view ? ok(view) : missingNotices.operation(printable(id));
});

/** One operation by publisher, offer, number and slot, as older clients address it. */
export const readOperationByReference = referenceEndpoint(
  reading,
  (shell) =>
    async ({ request, key, number, slot }) => {
      const isMeant = (operation: Operation) =>
        operation.submission === number && slotOf(operation) === slot;
      const view = await viewOf(shell, key, isMeant);
      return view ? ok(view) : missingNotices.operation(request.params["reference"] ?? "");
    },
);

async function viewOf(
  shell: Shell,
  key: OfferKey,
  isMeant: (operation: Operation) => boolean,
): Promise<object | undefined> {
  const { ports } = shell;
  const [current, { terminalStatus }] = await Promise.all([
    ports.progress.read(key),
    compatibilityOf(shell, key.publisherId),
  ]);
  if (!current) return undefined;
  const fresh = current.value.operations.find(isMeant);
  if (fresh) return operationView(current.value, fresh, terminalStatus);
  const old = (await ports.progress.operations(key)).find(isMeant);
  const left = old && (await progressOf(ports, current.value, old.submission));
  return left && operationView(left, old, terminalStatus);
}
