import type { FieldPlace } from "../../model/inspect/model-finding.ts";
import type { Part } from "../../model/inspect/part.ts";
import { notesOf, placesIn } from "../../model/inspect/schema-walk.ts";
import { withoutBlanks } from "../../model/inspect/without-blanks.ts";
import type { FieldNotes } from "../../model/notes.ts";

/** A field that names a file. */
export interface FileUse {
  readonly reference: string;
  readonly place: FieldPlace;
  readonly file: NonNullable<FieldNotes["file"]>;
}

/** Every file that a part of a document names. */
export function fileUses(part: Part): readonly FileUse[] {
  const places = placesIn({ ...part, value: withoutBlanks(part.value), path: [] });
  return [...places].flatMap(({ schema, value, path }) => {
    const known = notesOf(schema);
    if (known?.file === undefined || typeof value !== "string") return [];
    const place = { tab: known.tab, label: known.label, path: [...part.path, ...path] };
    return [{ reference: value.trim(), place, file: known.file }];
  });
}
