import type { Finding } from "../../../shared/findings/finding.ts";
import type { Asset } from "../../../shared/offers/asset.ts";

/** The link a publisher uploads through outlives the upload: the file is not what was examined. */
export const changedSince = (asset: Asset, field: string): Finding => ({
  ruleId: "assets-stay-as-examined",
  severity: "error",
  message: `${asset.fileName} is no longer the file that was examined when it was uploaded.`,
  fix: "Upload it as a new asset, wait until it is accepted, refer to it and publish again.",
  field,
  whose: "content",
});
