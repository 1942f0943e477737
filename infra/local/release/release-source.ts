/** A file that goes up before the offer is saved. */
export interface SourceFile {
  /** What the offer uses it for: `package`, `testDrive`, or the name of a logo field. */
  readonly role: string;
  readonly kind: "package" | "test-drive-package" | "logo";
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** API paths of the uploaded assets, by role. */
export type UploadedAssets = ReadonlyMap<string, string>;

/** What the local start publishes. */
export interface ReleaseSource {
  readonly publisherId: string;
  readonly offerId: string;
  readonly title: string;
  readonly planId: string;
  readonly files: readonly SourceFile[];
  /** A plan's entry for one package version. */
  packageEntry(packageFile: string): object;
  /** The offer document with the new package beside the plan's earlier ones. */
  document(assets: UploadedAssets, packages: PackageMap): object;
}

const packagesKey = "microsoft-azure-applications.package";
/** A plan's packages by version. */
export type PackageMap = Readonly<Record<string, unknown>>;

/** The packages of the first plan of a saved draft. */
export function savedPackages(draft: Record<string, unknown> | undefined): PackageMap {
  const definition = draft?.["definition"] as { plans?: Record<string, PackageMap>[] } | undefined;
  return definition?.plans?.[0]?.[packagesKey] ?? {};
}

/** The version after the highest one there is; 1.0.0 for a new offer. */
export function nextVersion(packages: PackageMap): string {
  const versions = Object.keys(packages)
    .map((version) => version.split(".").map(Number))
    .sort(([a = 0, b = 0, c = 0], [x = 0, y = 0, z = 0]) => a - x || b - y || c - z);
  const highest = versions.at(-1);
  if (highest === undefined) return "1.0.0";
  const [major = 1, minor = 0, patch = 0] = highest;
  return `${String(major)}.${String(minor)}.${String(patch + 1)}`;
}
