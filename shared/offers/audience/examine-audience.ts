import { decodeText } from "../../arm/json/reading/decode-text.ts";
import type { Finding } from "../../findings/finding.ts";
import { parseAudienceCsv } from "./audience-csv.ts";
import { audienceNotices } from "./audience-notices.ts";

/** What is wrong with an uploaded audience file. */
export function examineAudience(bytes: Uint8Array): readonly Finding[] {
  const { text, isExact } = decodeText(bytes);
  return isExact ? parseAudienceCsv(text).findings : [audienceNotices.unreadable()];
}
