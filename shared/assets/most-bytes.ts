import type { AssetKind } from "../offers/asset.ts";

const mebibyte = 1024 * 1024;

/** The most bytes a file of a kind may have. */
export const mostBytesOf: Readonly<Record<AssetKind, number>> = {
  package: 1024 * mebibyte,
  "test-drive-package": 1024 * mebibyte,
  logo: 20 * mebibyte,
  screenshot: 20 * mebibyte,
  document: 20 * mebibyte,
  // About 250 bytes for each row there may be; descriptions are short.
  audience: 5 * mebibyte,
};
