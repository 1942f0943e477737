import { crc32, deflateRawSync } from "node:zlib";

/** One entry of an archive; what is not given is as an honest program would write it. */
export interface RawEntry {
  name: string;
  data?: Uint8Array;
  method?: number;
  flags?: number;
  mode?: number;
  /** Of DOS; 0x10 marks a folder. */
  attributes?: number;
  /** Fields behind the name, in both headers or in the one in front of the data. */
  extra?: Uint8Array;
  localExtra?: Uint8Array;
  /** Lies in the headers. */
  size?: number;
  crc?: number;
  localName?: string;
  localMethod?: number;
  localSize?: number;
  /** Sizes and sum stand behind the data alone. */
  isDescribed?: boolean;
  /** Points at this offset instead of an own local header. */
  offset?: number;
  /** What stands there instead of the packed data. */
  packed?: Uint8Array;
  /** What stands before the local header, and after the data. */
  before?: Uint8Array;
  after?: Uint8Array;
}

/** A field that gives an entry another name. */
export function unicodePath(name: string, other: string): Uint8Array {
  const head = Buffer.alloc(9);
  head.writeUInt16LE(0x7075, 0);
  head.writeUInt16LE(5 + Buffer.byteLength(other), 2);
  head.writeUInt8(1, 4);
  head.writeUInt32LE(crc32(name), 5);
  return Buffer.concat([head, Buffer.from(other)]);
}

/** Builds archives that no honest zip program writes. */
export function rawZip(entries: RawEntry[], tail = new Uint8Array()): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const data = entry.data ?? new Uint8Array();
    const method = entry.method ?? 8;
    const packed = entry.packed ?? (method === 8 ? deflateRawSync(data) : data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(entry.flags ?? (entry.isDescribed ? 8 : 0), 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(0x00210000, 6);
    fields.writeUInt32LE(entry.crc ?? crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(entry.size ?? data.length, 18);
    const local = Buffer.from(entry.localName ?? entry.name);
    const name = Buffer.from(entry.name);
    const localFields = Buffer.from(fields);
    localFields.writeUInt16LE(entry.localMethod ?? method, 4);
    localFields.writeUInt32LE(entry.localSize ?? entry.size ?? data.length, 18);
    const extra = entry.extra ?? new Uint8Array();
    const localExtra = entry.localExtra ?? extra;
    if (entry.isDescribed) localFields.fill(0, 10, 22);
    localFields.writeUInt16LE(local.length, 22);
    localFields.writeUInt16LE(localExtra.length, 24);
    fields.writeUInt16LE(name.length, 22);
    fields.writeUInt16LE(extra.length, 24);
    const before = entry.before ?? new Uint8Array();
    const offset = entry.offset ?? at + before.length;
    const whole = [before, Buffer.from("PK\x03\x04"), localFields, local, localExtra, packed];
    const behind = entry.isDescribed ? Buffer.from("PK\x07\x08") : new Uint8Array();
    const described = entry.isDescribed ? fields.subarray(10, 22) : new Uint8Array();
    if (entry.offset === undefined) {
      parts.push(Buffer.concat([...whole, behind, described, entry.after ?? new Uint8Array()]));
      at += parts.at(-1)?.length ?? 0;
    }
    const rest = Buffer.alloc(14);
    const attributes = ((entry.mode ?? 0o100644) << 16) | (entry.attributes ?? 0);
    rest.writeUInt32LE(attributes >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x03"), fields, rest, name, extra);
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, central, end, tail]));
}
