const childrenOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === "object" && value !== null ? Object.entries(value) : [];

/**
 * The paths of numbers that grew. CPP's price objects differ by offer type and are not documented,
 * so every number in them counts as a price.
 */
export function raisedPrices(before: unknown, after: unknown, path: string): readonly string[] {
  if (typeof before === "number" && typeof after === "number") return after > before ? [path] : [];
  const later = new Map(childrenOf(after));
  return childrenOf(before).flatMap(([name, value]) =>
    raisedPrices(value, later.get(name), `${path}.${name}`),
  );
}
