import type { ByteSource } from "../../byte-source.ts";
import type { ListedEntry } from "../listed-entry.ts";
import { passLocalHeader } from "./local-header.ts";
import { SequentialReader } from "./sequential-reader.ts";
import { unpackMember } from "./unpack-member.ts";

/** The content of one file of an archive that was read before, wherever it lies. */
export async function* contentOf(
  source: ByteSource,
  entry: ListedEntry,
  end: number,
): AsyncGenerator<Uint8Array> {
  const reader = new SequentialReader(source, { start: entry.offset, end });
  await passLocalHeader(reader, entry);
  yield* unpackMember(reader, entry);
}
