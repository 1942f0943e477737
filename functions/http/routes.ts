import { listAssets, readAsset } from "./assets/assets.ts";
import { requestAsset } from "./assets/request-asset.ts";
import { listCatalogue, readCatalogueEntry, readPlanPackage } from "./catalogue/catalogue.ts";
import { readPreview } from "./catalogue/preview.ts";
import { readApiDescription, readApiViewer, readApiViewerFile } from "./docs/documentation.ts";
import type { Endpoint } from "./endpoint.ts";
import { listOffers } from "./offers/list-offers.ts";
import { listOfferTypes } from "./offers/offer-types.ts";
import { readDiff } from "./offers/read-diff.ts";
import { readHistory } from "./offers/read-history.ts";
import { readOffer, readVersion } from "./offers/read-offer.ts";
import { readSlot } from "./offers/read-slot.ts";
import { writeOffer } from "./offers/write-offer.ts";
import { listProcesses, readProcess } from "./publishing/processes.ts";
import { cancel, goLive, resume } from "./publishing/acts.ts";
import { listPublishers, readPublisher, writePublisher } from "./publishers/publishers.ts";
import { listWaivers, removeWaiver, writeWaiver } from "./waivers/waivers.ts";
import { listUsers, removeUser, writeUser } from "./publishers/users.ts";
import {
  listOperations,
  readOperation,
  readOperationByReference,
} from "./publishing/operations.ts";
import { publish } from "./publishing/publish.ts";
import { validate } from "./findings/validate.ts";
import { readReport } from "./findings/read-report.ts";
import { readReview } from "./review/read-review.ts";
import { readStatus } from "./publishing/status.ts";
import { listUnappliedCallbacks } from "./review/reviewer-callbacks.ts";

/** One HTTP function. */
export interface Route {
  readonly name: string;
  readonly method: "GET" | "PUT" | "POST" | "DELETE";
  /** Without the prefix. No two routes may match the same request: the host takes any of them. */
  readonly route: string;
  readonly handler: Endpoint;
  /** Whether it talks to the durable engine and so needs its client. */
  readonly ordersWork?: true;
}

const publisher = "publishers/{publisherId}";
const user = `${publisher}/users/{objectId}`;
const offers = `${publisher}/offers`;
const offer = `${offers}/{offerId}`;
const waiver = `${offer}/waivers/{fingerprint}`;
const submission = `${offer}/submissions/{number}`;
const entry = "catalogue/{publisherId}/{offerId}";

/** Every address of the API. */
export const routes: readonly Route[] = [
  { name: "listPublishers", method: "GET", route: "publishers", handler: listPublishers },
  { name: "listOfferTypes", method: "GET", route: "offerTypes", handler: listOfferTypes },
  { name: "readPublisher", method: "GET", route: publisher, handler: readPublisher },
  { name: "writePublisher", method: "PUT", route: publisher, handler: writePublisher },
  { name: "listUsers", method: "GET", route: `${publisher}/users`, handler: listUsers },
  { name: "writeUser", method: "PUT", route: user, handler: writeUser },
  { name: "removeUser", method: "DELETE", route: user, handler: removeUser },
  { name: "listOffers", method: "GET", route: offers, handler: listOffers },
  { name: "readOffer", method: "GET", route: offer, handler: readOffer },
  { name: "writeOffer", method: "PUT", route: offer, handler: writeOffer },
  { name: "readVersion", method: "GET", route: `${offer}/versions/{number}`, handler: readVersion },
  { name: "readSlot", method: "GET", route: `${offer}/slot/{slot}`, handler: readSlot },
  { name: "validateOffer", method: "POST", route: `${offer}/validate`, handler: validate },
  {
    name: "orderPublish",
    method: "POST",
    route: `${offer}/publish`,
    handler: publish,
    ordersWork: true,
  },
  {
    name: "orderGoLive",
    method: "POST",
    route: `${offer}/golive`,
    handler: goLive,
    ordersWork: true,
  },
  {
    name: "orderCancel",
    method: "POST",
    route: `${offer}/cancel`,
    handler: cancel,
    ordersWork: true,
  },
  {
    name: "orderResume",
    method: "POST",
    route: `${offer}/resume`,
    handler: resume,
    ordersWork: true,
  },
  { name: "readDiff", method: "GET", route: `${offer}/diff`, handler: readDiff },
  { name: "readHistory", method: "GET", route: `${offer}/history`, handler: readHistory },
  { name: "readStatus", method: "GET", route: `${offer}/status`, handler: readStatus },
  { name: "listOperations", method: "GET", route: `${offer}/submissions`, handler: listOperations },
  {
    name: "readOperation",
    method: "GET",
    route: `${offer}/operations/{operationId}`,
    handler: readOperation,
  },
  {
    name: "readOperationByReference",
    method: "GET",
    route: "operations/{reference}",
    handler: readOperationByReference,
  },
  { name: "readReport", method: "GET", route: `${submission}/report/{step}`, handler: readReport },
  { name: "readReview", method: "GET", route: `${submission}/review`, handler: readReview },
  { name: "listWaivers", method: "GET", route: `${offer}/waivers`, handler: listWaivers },
  { name: "writeWaiver", method: "PUT", route: waiver, handler: writeWaiver },
  { name: "removeWaiver", method: "DELETE", route: waiver, handler: removeWaiver },
  { name: "requestAsset", method: "POST", route: `${offer}/assets`, handler: requestAsset },
  { name: "listAssets", method: "GET", route: `${offer}/assets`, handler: listAssets },
  { name: "readAsset", method: "GET", route: `${offer}/assets/{assetId}`, handler: readAsset },
  { name: "listProcesses", method: "GET", route: "processes", handler: listProcesses },
  { name: "readProcess", method: "GET", route: "processes/{processId}", handler: readProcess },
  { name: "listCatalogue", method: "GET", route: "catalogue", handler: listCatalogue },
  { name: "readCatalogueEntry", method: "GET", route: entry, handler: readCatalogueEntry },
  {
    name: "readPlanPackage",
    method: "GET",
    route: `${entry}/plans/{planId}/package`,
    handler: readPlanPackage,
  },
  {
    name: "listUnappliedCallbacks",
    method: "GET",
    route: "reviewer-callbacks/unapplied",
    handler: listUnappliedCallbacks,
  },
  {
    name: "readPreview",
    method: "GET",
    route: "preview/{publisherId}/{offerId}",
    handler: readPreview,
  },
  {
    name: "readApiDescription",
    method: "GET",
    route: "openapi.json",
    handler: readApiDescription,
  },
  { name: "readApiViewer", method: "GET", route: "docs", handler: readApiViewer },
  { name: "readApiViewerFile", method: "GET", route: "docs/{file}", handler: readApiViewerFile },
];
