import { drawLogo } from "./logo.ts";
import type { SourceFile, UploadedAssets } from "./release-source.ts";

/** The logos that every offer must have, in pixels. */
const logos = {
  smallLogo: [40, 40],
  mediumLogo: [90, 90],
  largeLogo: [115, 115],
  wideLogo: [255, 115],
} as const;

export const logoFiles = (): SourceFile[] =>
  Object.entries(logos).map(([role, [width, height]]) => ({
    role,
    kind: "logo",
    fileName: `${role}.png`,
    bytes: drawLogo(width, height),
  }));

/** The listing's logo fields, as far as the logos are uploaded. */
export const logoFields = (assets: UploadedAssets): Record<string, string> =>
  Object.fromEntries(
    Object.keys(logos).flatMap((role) => {
      const asset = assets.get(role);
      return asset === undefined ? [] : [[`microsoft-azure-marketplace.${role}`, asset]];
    }),
  );
