import { decodeText } from "../../arm/json/decode-text.ts";
import type { Finding } from "../../findings/finding.ts";
import { parseAudienceCsv } from "./audience-csv.ts";
import { audienceNotices } from "./audience-notices.ts";

/** About 250 bytes for each row there may be; descriptions are short. */
const mostBytes = 5 * 1024 * 1024;

/** What is wrong with an uploaded audience file. */
export function examineAudience(bytes: Uint8Array): readonly Finding[] {
  if (bytes.length > mostBytes) return [audienceNotices.tooLarge(bytes.length, mostBytes)];
  const { text, isExact } = decodeText(bytes);
  return isExact ? parseAudienceCsv(text).findings : [audienceNotices.unreadable()];
}
