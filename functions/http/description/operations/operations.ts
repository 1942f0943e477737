import type { OperationTexts } from "../operation-text.ts";
import { assetOperations } from "./asset-operations.ts";
import { catalogueOperations } from "./catalogue-operations.ts";
import { documentationOperations } from "./documentation-operations.ts";
import { offerOperations } from "./offer-operations.ts";
import { orderOperations } from "./order-operations.ts";
import { processOperations } from "./process-operations.ts";
import { publisherOperations } from "./publisher-operations.ts";
import { reviewOperations } from "./review-operations.ts";
import { statusOperations } from "./status-operations.ts";
import { waiverOperations } from "./waiver-operations.ts";

/** Every operation by the name of its route. */
export const operations: OperationTexts = {
  ...publisherOperations,
  ...offerOperations,
  ...assetOperations,
  ...orderOperations,
  ...statusOperations,
  ...reviewOperations,
  ...waiverOperations,
  ...processOperations,
  ...catalogueOperations,
  ...documentationOperations,
};
