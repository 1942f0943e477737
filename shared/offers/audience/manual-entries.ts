import { listOf, objectOf, textOf } from "../json-fields.ts";
import { checkEntry } from "./audience-entry.ts";

/** What is wrong with a typed audience. `path` starts inside the list: `[0, "id"]`. */
interface ManualEntryProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly fix: string;
}

const mostManualEntries = 10;

/** Checks `restrictedAudience.manualEntries`: at most 10 subscriptions, each once. */
export function checkManualEntries(value: unknown): readonly ManualEntryProblem[] {
  if (!Array.isArray(value)) {
    const message = "The private audience is not a list.";
    return [{ path: [], message, fix: "Write a list of entries with type and id." }];
  }
  if (value.length > mostManualEntries) {
    const message = `The private audience has ${String(value.length)} entries; a list holds at most ${String(mostManualEntries)}.`;
    return [{ path: [], message, fix: "Upload them as a CSV file (uploadedCsvUri)." }];
  }
  const entries = listOf(value).map(objectOf);
  const ids = entries.map((entry) => textOf(entry["id"]).toLowerCase());
  return entries.flatMap((entry, at) => {
    // Clients of the old portal may leave the type out: there is only one.
    const type = entry["type"] === undefined ? "subscriptionId" : textOf(entry["type"]);
    const problems = checkEntry(type, textOf(entry["id"]));
    const first = ids.indexOf(ids[at] ?? "");
    if (problems.length > 0 || first === at)
      return problems.map(({ part, message, fix }) => ({ path: [at, part], message, fix }));
    const message = `The subscription is listed twice; it is also entry ${String(first + 1)}.`;
    return [{ path: [at, "id"], message, fix: "Remove one of the two." }];
  });
}
