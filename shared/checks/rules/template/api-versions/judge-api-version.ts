import type { CertificationFacts } from "../../../facts/certification-facts.ts";
import type { Objection } from "../../rule.ts";
import { knownVersions } from "./known-versions.ts";

/** How old a version may be while there is a newer one. */
const mostDays = 730;

const day = /\d{4}-\d{2}-\d{2}/;

/** The day in an API version, in milliseconds; nothing for a text without one. */
export function dayOf(version: string): number | undefined {
  const found = day.exec(version)?.[0];
  const time = found === undefined ? Number.NaN : Date.parse(`${found}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : time;
}

/** What is wrong with using a version of a type; where it stands is for the caller to say. */
export function* judgeApiVersion(
  facts: CertificationFacts,
  type: string,
  given: string,
): Generator<Omit<Objection, "at">> {
  const version = given.toLowerCase();
  const known = knownVersions(facts, type);
  const place = known.indexOf(version);
  const named = `The API version ${given} of ${type === "" ? "a resource without a type" : type}`;
  if (place === -1) {
    yield {
      message: `${named} is not a known one, so its age was not judged.`,
      severity: "warning",
    };
    return;
  }
  const stable = known.find((it) => !isPreview(it));
  const fix = `Use ${stable ?? known[0] ?? "the newest version"}.`;
  const isOld = daysBetween(dayOf(version), dayOf(facts.asOf)) > mostDays;
  if (isPreview(version)) yield* judgePreview(known, version, named, fix);
  const isNewestDay = version.slice(0, 10) === known[0]?.slice(0, 10);
  if (isOld && !isNewestDay && version !== stable) {
    const message = `${named} is more than ${mostDays} days old and there is a newer one.`;
    yield { message, fix, errorId: "OutOfDate" };
  }
}

function* judgePreview(
  known: readonly string[],
  version: string,
  named: string,
  fix: string,
): Generator<Omit<Objection, "at">> {
  const place = known.indexOf(version);
  if (known.slice(0, place).some((it) => !isPreview(it))) {
    const message = `${named} is a preview, and a newer version is none.`;
    yield { message, fix, errorId: "Preview.Not.Recent" };
  } else if (known.includes(version.slice(0, 10))) {
    const message = `${named} is a preview, and the version of its day without it exists.`;
    yield { message, fix, errorId: "Preview.Version.Has.NonPreview" };
  }
}

function isPreview(version: string): boolean {
  return version.split("-").length > 3;
}

function daysBetween(from = 0, to = 0): number {
  return (to - from) / 86_400_000;
}
