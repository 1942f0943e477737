import type { Finding } from "../../../findings/finding.ts";
import { ArchiveDamage } from "../archive/archive-damage.ts";
import { checkEncryption, checkRatio } from "../check-entry.ts";
import { streamedArchive, type StreamedMember } from "../streamed/streamed-archive.ts";
import {
  checkDepth,
  takeBytes,
  takeEntries,
  unpackedFrom,
  type NestedContext,
  type NestedPlace,
} from "./nested-context.ts";

/**
 * Why an archive that is too large to be held cannot be taken. Where it can only be read in
 * another order it is not looked into further here; who scans for malware says so.
 */
export async function checkPassing(
  place: NestedPlace,
  chunks: AsyncIterable<Uint8Array>,
  context: NestedContext,
): Promise<Finding | undefined> {
  const tooDeep = checkDepth(place, context.limits);
  if (tooDeep !== undefined) return tooDeep;
  const unpacked = unpackedFrom(context);
  let packed = 0;
  const counted = async function* () {
    for await (const chunk of chunks) {
      packed += chunk.length;
      yield chunk;
    }
  };
  try {
    for await (const member of streamedArchive(counted())) {
      const finding = await checkMember(place, member, context);
      if (finding !== undefined) return finding;
    }
  } catch (error) {
    if (!(error instanceof ArchiveDamage)) throw error;
    return undefined;
  }
  return checkRatio({ size: unpacked(), packed }, context.limits, place.path);
}

async function checkMember(
  { path, depth }: NestedPlace,
  member: StreamedMember,
  context: NestedContext,
): Promise<Finding | undefined> {
  const inside = `${path}/${member.path}`;
  const refusal = takeEntries(context, 1, path) ?? checkEncryption(member, inside);
  if (refusal !== undefined) return refusal;
  const watch = context.watch(inside, depth + 1);
  for await (const chunk of member.bytes) {
    const tooLarge = takeBytes(context, chunk.length, path);
    if (tooLarge !== undefined) return tooLarge;
    await watch.push(chunk);
  }
  return checkRatio(member.seen, context.limits, inside) ?? watch.end();
}
