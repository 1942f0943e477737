import type { Estimate } from "../processes/process.ts";

const counted = (count: number, unit: string): string =>
  `${String(count)} ${unit}${count === 1 ? "" : "s"}`;

/** How long a row takes, as the Status tab says it. */
export function estimateText(estimate: Estimate): string {
  switch (estimate.unit) {
    case "manual":
      return "manual";
    case "minutes":
      return `< ${String(estimate.most)} min`;
    case "hours":
      return `< ${counted(estimate.most, "hour")}`;
    case "business-days":
      return estimate.least === undefined
        ? `< ${counted(estimate.most, "business day")}`
        : `${String(estimate.least)}-${counted(estimate.most, "business day")}`;
  }
}
