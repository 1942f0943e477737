import { notesAlong } from "../../model/inspect/schema-walk.ts";
import type { FieldNotes } from "../../model/notes.ts";
import { OfferModel } from "../../model/offer-model.ts";
import type { Tab } from "../../model/tabs.ts";
import { marketplace, testDrive } from "../../offer-document.ts";

type Known = FieldNotes | undefined;

/** The model's tab; of fields it does not know, the one their name speaks of. */
const tabOf = ([top, section, name = ""]: readonly string[], notes: readonly Known[]): Tab => {
  const known = notes.find((one) => one !== undefined);
  if (known) return known.tab;
  if (top !== "definition") return "Offer Settings";
  if (section === "plans") return "SKUs";
  if (name.startsWith(testDrive)) return "Test Drive";
  return name.startsWith(marketplace) ? "Marketplace" : "Offer Settings";
};

/** "longSummary" as "Long summary"; versions and codes stay as they are. */
const words = (name: string): string => {
  const own = /^(?:[a-z-]+\.)+(?=[A-Za-z])/.exec(name)?.[0].length ?? 0;
  const text = name
    .slice(own)
    .replace(/(?<=[a-z])[A-Z](?=[a-z])/g, (start) => ` ${start.toLowerCase()}`)
    .replace(/(?<=[a-z])(?=[A-Z])/g, " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** Tab and label of a field, by the names that lead to it. */
export function fieldNotes(names: readonly string[]): { tab: Tab; label: string } {
  const notes = notesAlong(OfferModel, names);
  const tab = tabOf(names, notes);
  if (names.join(".") === "definition.plans") return { tab, label: "Plan" };
  const labels = names.map((name, at) => notes[at]?.label ?? words(name));
  const own = labels.slice(framesOf(names));
  return { tab, label: own.length === 0 ? "Offer" : own.join(" › ") };
}

/** How many names on the way only hold the rest together. */
const framesOf = ([top, section, ...rest]: readonly string[]): number => {
  if (top !== "definition" || section === undefined) return 0;
  return rest.length > 0 && (section === "offer" || section === "plans") ? 2 : 1;
};
