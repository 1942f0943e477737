import { randomBytes } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { crc32, deflateRawSync } from "node:zlib";

/** How many files of how many bytes, each half text and half bytes that cannot be packed. */
export interface Shape {
  readonly count: number;
  readonly size: number;
}

/** Writes a zip straight to a file; a library would take minutes for a gigabyte. */
export async function writeArchive(path: string, { count, size }: Shape): Promise<void> {
  const file = await open(path, "w");
  const directory: Buffer[] = [];
  const data = Buffer.concat([randomBytes(size >> 1), words(size - (size >> 1))]);
  let at = 0;
  for (let n = 0; n < count; n += 1) {
    data.writeUInt32LE(n, 0);
    const { header, central, packed } = entryOf(`files/${String(n)}.bin`, data, at);
    await file.writev([header, packed]);
    directory.push(central);
    at += header.length + packed.length;
  }
  await finish(file, Buffer.concat(directory), count, at);
}

function entryOf(name: string, data: Buffer, at: number) {
  const packed = deflateRawSync(data, { level: 1 });
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt16LE(0x21, 8);
  fields.writeUInt32LE(crc32(data), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(data.length, 18);
  fields.writeUInt16LE(name.length, 22);
  const place = Buffer.alloc(14);
  place.writeUInt32LE(at, 10);
  const header = Buffer.concat([Buffer.from("PK\x03\x04"), fields, Buffer.from(name)]);
  const made = Buffer.from("PK\x01\x02\x14\x00");
  return { header, packed, central: Buffer.concat([made, fields, place, Buffer.from(name)]) };
}

async function finish(file: FileHandle, directory: Buffer, count: number, at: number) {
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  await file.writev([directory, end]);
  await file.close();
}

const signs = Buffer.from('.,:;()[]{}=-"$');

const sign = (byte: number): number => signs[byte - 36] ?? 0x2e;
const letter = (byte: number): number => 0x61 + (byte % 26);

/** Lines of words and signs, as in logs and scripts. */
function words(length: number): Buffer {
  const text = randomBytes(length);
  for (let at = 0; at < length; at += 1) {
    const byte = text[at] ?? 0;
    text[at] = byte < 32 ? 0x20 : byte < 36 ? 0x0a : byte < 50 ? sign(byte) : letter(byte);
  }
  return text;
}
