import {
  ERR_AMBIGUOUS_ARCHIVE,
  ERR_BAD_FORMAT,
  ERR_CENTRAL_DIRECTORY_NOT_FOUND,
  ERR_ENCRYPTED,
  ERR_ENCRYPTED_CENTRAL_DIRECTORY,
  ERR_ENTRY_DATA_OUT_OF_BOUNDS,
  ERR_EOCDR_LOCATOR_ZIP64_NOT_FOUND,
  ERR_EOCDR_NOT_FOUND,
  ERR_EXTRAFIELD_ZIP64_NOT_FOUND,
  ERR_INVALID_COMPRESSED_DATA,
  ERR_INVALID_CRC32,
  ERR_INVALID_UNCOMPRESSED_SIZE,
  ERR_LOCAL_FILE_HEADER_NOT_FOUND,
  ERR_OVERLAPPING_ENTRY,
  ERR_SPLIT_ZIP_FILE,
  ERR_UNSUPPORTED_COMPRESSION,
  ERR_UNSUPPORTED_ENCRYPTION,
} from "@zip.js/zip.js";
import type { Finding } from "../../findings/finding.ts";
import { damaged, misleading, wrongSize, wrongSum } from "./archive/archive-damage.ts";
import { damageFinding } from "./package-findings.ts";

/** What each refusal of the zip library means to a publisher. */
const meanings = new Map<string, string>([
  [ERR_EOCDR_NOT_FOUND, "is no zip archive, or was cut off"],
  [ERR_BAD_FORMAT, "is no zip archive, or was cut off"],
  [ERR_CENTRAL_DIRECTORY_NOT_FOUND, damaged],
  [ERR_EOCDR_LOCATOR_ZIP64_NOT_FOUND, damaged],
  [ERR_EXTRAFIELD_ZIP64_NOT_FOUND, damaged],
  [ERR_LOCAL_FILE_HEADER_NOT_FOUND, damaged],
  [ERR_INVALID_COMPRESSED_DATA, damaged],
  [ERR_INVALID_CRC32, wrongSum],
  [ERR_INVALID_UNCOMPRESSED_SIZE, wrongSize],
  [ERR_ENTRY_DATA_OUT_OF_BOUNDS, misleading],
  [ERR_OVERLAPPING_ENTRY, misleading],
  [ERR_AMBIGUOUS_ARCHIVE, misleading],
  [ERR_SPLIT_ZIP_FILE, "is one part of a split archive"],
  [ERR_UNSUPPORTED_COMPRESSION, "is packed with a method other than deflate"],
  [ERR_ENCRYPTED, "is encrypted"],
  [ERR_ENCRYPTED_CENTRAL_DIRECTORY, "is encrypted"],
  [ERR_UNSUPPORTED_ENCRYPTION, "is encrypted"],
]);

/** The finding behind an error of the zip library; undefined when the error is not about the zip. */
export function archiveProblem(error: unknown): Finding | undefined {
  if (!(error instanceof Error)) return undefined;
  const meaning = meanings.get(error.message);
  if (meaning === undefined) return undefined;
  return damageFinding("reason" in error ? `${meaning} (${String(error.reason)})` : meaning);
}
