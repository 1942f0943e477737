import type { ListedEntry } from "../listed-entry.ts";
import { ArchiveDamage, misleading } from "./archive-damage.ts";
import { viewOf } from "./view-of.ts";
import type { SequentialReader } from "./sequential-reader.ts";

export const signature = 0x08074b50;
/** With or without a signature, with sizes of four or of eight bytes. */
export const descriptorLengths = [12, 16, 20, 24];

/**
 * Passes what stands between an entry's data and whatever comes next. Only a descriptor may: in
 * any other gap there could be files that some programs see and others do not.
 */
export async function passGap(
  reader: SequentialReader,
  entry: ListedEntry | undefined,
  next: number,
): Promise<void> {
  const length = next - reader.position;
  if (length === 0) return;
  const isDescriptor = entry?.hasDescriptor === true && descriptorLengths.includes(length);
  if (!isDescriptor || !describes(await reader.take(length), entry))
    throw new ArchiveDamage(misleading);
}

/** Whether bytes are the descriptor of what was read. */
export function describes(
  bytes: Uint8Array,
  entry: Pick<ListedEntry, "crc32" | "packed" | "size">,
): boolean {
  const view = viewOf(bytes);
  const isSigned = bytes.length % 8 === 0;
  if (isSigned && view.getUint32(0, true) !== signature) return false;
  const at = isSigned ? 4 : 0;
  const isWide = bytes.length - at === 20;
  const sizeAt = (index: number) =>
    isWide
      ? Number(view.getBigUint64(at + 4 + 8 * index, true))
      : view.getUint32(at + 4 + 4 * index, true);
  return (
    view.getUint32(at, true) === entry.crc32 &&
    sizeAt(0) === entry.packed &&
    sizeAt(1) === entry.size
  );
}
