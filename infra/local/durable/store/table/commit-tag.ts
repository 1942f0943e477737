/** What a commit must know of the one before: the etag, and which history rows count. */
export interface CommitTag {
  etag: string;
  generation: number;
  /** History rows from this position on are leftovers of a commit that never happened. */
  rows: number;
  /** Rows of the record beyond the instance row, and the revision they belong to. */
  overflow: number;
  revision: string;
}

/** Packs a tag into the opaque text the engine holds. */
export function packTag(tag: CommitTag): string {
  return JSON.stringify(tag);
}

/** Reads a packed tag. */
export function unpackTag(text: string | undefined): CommitTag | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as CommitTag);
}
