/** The three numbers of a package version `X.Y.Z`; undefined when it is not of that form. */
export function parseVersion(version: string): readonly number[] | undefined {
  return /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/.test(version)
    ? version.split(".").map(Number)
    : undefined;
}

/** Orders versions by number; malformed ones come first. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parseVersion(a) ?? [], parseVersion(b) ?? []];
  for (let part = 0; part < 3; part++) {
    const difference = (left[part] ?? -1) - (right[part] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
