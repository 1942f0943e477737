import type { Route } from "../../../functions/http/routes.ts";

type Address = Pick<Route, "method" | "route">;
const isParameter = (segment: string) => segment.startsWith("{");

/** Whether one request could match both; the host compares without case. */
export function overlaps(one: Address, other: Address): boolean {
  if (one.method !== other.method) return false;
  const [first, second] = [one, other].map(({ route }) => route.toLowerCase().split("/"));
  return (
    first!.length === second!.length &&
    first!.every((segment, place) => {
      const opposite = second![place]!;
      return segment === opposite || isParameter(segment) || isParameter(opposite);
    })
  );
}
