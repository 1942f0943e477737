import type { Finding } from "../findings/finding.ts";
import type { AssetKind } from "../offers/asset.ts";
import type { AssetFormat } from "../packages/sniff.ts";

const finding = (ruleId: string, message: string, fix: string): Finding => ({
  ruleId,
  severity: "error",
  message,
  fix,
  whose: "content",
});

/** What a publisher reads about an asset that was rejected. */
export const assetNotices = {
  wrongFormat: (kind: AssetKind, expected: AssetFormat, found: AssetFormat) =>
    finding(
      "asset-has-its-format",
      `An asset of kind ${kind} must be a ${expected} file; by its content this is ${found === "unknown" ? "none we know" : `a ${found} file`}.`,
      `Ask for a new asset and upload a ${expected} file.`,
    ),
  tooLarge: (size: number, most: number) =>
    finding(
      "asset-is-within-limits",
      `The file has ${String(size)} bytes; at most ${String(most)} are allowed.`,
      "Ask for a new asset and upload a smaller file.",
    ),
  brokenImage: () =>
    finding(
      "asset-is-readable",
      "The PNG file is cut off, or something follows its end.",
      "Save the picture again as PNG, ask for a new asset and upload it.",
    ),
  overwritten: () =>
    finding(
      "asset-is-uploaded-once",
      "The file was replaced after it had been examined.",
      "Ask for a new asset for every new file, and name that one in the offer.",
    ),
} as const;
