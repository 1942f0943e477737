import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import process from "node:process";
import { Readable } from "node:stream";
import { createInflateRaw, inflateRawSync } from "node:zlib";
import { EmbeddedScanner } from "../../../functions/adapters/malware/embedded-scanner.ts";
import { readAndScan } from "../../../shared/checks/read-and-scan.ts";
import { builtInSignatures } from "../../../shared/malware/signatures/parse-signatures.ts";
import { type ByteSource, wholeOf } from "../../../shared/packages/byte-source.ts";
import { peakMemory } from "../../support/peak-memory.ts";
import { readPackage } from "../../../shared/packages/read-package.ts";

/** What one reading of an archive cost. */
export interface Cost {
  readonly ms: number;
  /** Of processor time; other work on the machine does not count. */
  readonly cpuMs: number;
  readonly unpackedBytes: number;
  /** Above what the process had before. */
  readonly memoryBytes: number;
}

const sourceOf = (file: FileHandle, size: number): ByteSource => ({
  size,
  read: async (offset, length) => {
    const bytes = Buffer.allocUnsafeSlow(length);
    await file.read(bytes, 0, length, offset);
    return bytes;
  },
});

/** What nobody can do without: read, hash and unpack, with no check of anything. */
async function plain(source: ByteSource): Promise<number> {
  const hash = createHash("sha256");
  for await (const chunk of wholeOf(source)) hash.update(chunk);
  const end = Buffer.from(await source.read(source.size - 22, 22));
  const directory = Buffer.from(await source.read(end.readUInt32LE(16), end.readUInt32LE(12)));
  let unpacked = 0;
  for (let at = 0; at < directory.length; at += 46 + directory.readUInt16LE(at + 28)) {
    const start = directory.readUInt32LE(at + 42) + 30 + directory.readUInt16LE(at + 28);
    unpacked += await inflated(source, start, directory.readUInt32LE(at + 20));
  }
  return unpacked;
}

async function inflated(source: ByteSource, start: number, length: number): Promise<number> {
  if (length < 1024 * 1024) return inflateRawSync(await source.read(start, length)).length;
  const part = { size: length, read: (at: number, size: number) => source.read(start + at, size) };
  let unpacked = 0;
  const inflate = Readable.from(wholeOf(part)).pipe(createInflateRaw({ chunkSize: 256 * 1024 }));
  for await (const chunk of inflate as AsyncIterable<Uint8Array>) unpacked += chunk.length;
  return unpacked;
}

async function intake(source: ByteSource): Promise<number> {
  const reading = await readPackage(source);
  if (!reading.ok) throw new Error(reading.findings[0]?.message);
  return reading.package.files.reduce((sum, { size }) => sum + size, 0);
}

async function scanned(source: ByteSource): Promise<number> {
  const scanner = new EmbeddedScanner(builtInSignatures());
  let unpacked = 0;
  const reading = await readPackage(source, {
    look: async (members) => {
      const verdict = await scanner.scan({ sha256: "", members: () => members });
      if (verdict.state !== "clean") throw new Error(verdict.reason);
    },
  });
  if (!reading.ok) throw new Error(reading.findings[0]?.message);
  for (const { size } of reading.package.files) unpacked += size;
  return unpacked;
}

async function everything(source: ByteSource): Promise<number> {
  const scanner = new EmbeddedScanner(builtInSignatures());
  const reading = await readAndScan((look) => readPackage(source, { look }), {
    sha256: "",
    scanner,
  });
  if (!reading.ok) throw new Error(reading.findings[0]?.message);
  return reading.package.files.reduce((sum, { size }) => sum + size, 0);
}

const ways = { plain, intake, scanned, everything };
export type Way = keyof typeof ways;

const [path = "", way = "plain"] = process.argv.slice(2);
const file = await open(path);
const source = sourceOf(file, (await file.stat()).size);
const before = process.memoryUsage().rss;
const [begun, cpu] = [performance.now(), process.cpuUsage()];
const unpackedBytes = await ways[way as Way](source);
const ms = performance.now() - begun;
const { user, system } = process.cpuUsage(cpu);
const memoryBytes = peakMemory() - before;
const cost: Cost = { ms, cpuMs: (user + system) / 1000, unpackedBytes, memoryBytes };
console.log(JSON.stringify(cost));
