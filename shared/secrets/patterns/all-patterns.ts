import type { SecretPattern } from "../secret-pattern.ts";
import { azurePatterns } from "./azure.ts";
import { cloudPatterns } from "./clouds.ts";
import { generalPatterns } from "./general.ts";
import { servicePatterns } from "./services.ts";

/** Every kind of secret; of two that match the same text, the first is reported. */
export const allPatterns: readonly SecretPattern[] = [
  ...azurePatterns,
  ...cloudPatterns,
  ...servicePatterns,
  ...generalPatterns,
];
