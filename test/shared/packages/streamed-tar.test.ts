import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { inOnePiece } from "../../../shared/packages/chunks.ts";
import { ArchiveDamage } from "../../../shared/packages/reading/archive/archive-damage.ts";
import { streamedTar } from "../../../shared/packages/reading/streamed/streamed-tar.ts";
import { isTar } from "../../../shared/packages/reading/streamed/tar-header.ts";
import { rawTar, type RawMember } from "../malware/raw-tar.ts";

async function membersOf(tar: Uint8Array, piece = tar.length) {
  async function* pieces() {
    for (let at = 0; at < tar.length; at += piece) yield tar.subarray(at, at + piece);
  }
  const members: [string, string][] = [];
  for await (const { path, bytes } of streamedTar(pieces())) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of bytes) chunks.push(chunk);
    members.push([path, Buffer.concat(chunks).toString()]);
  }
  return members;
}

const text = (data: string): Uint8Array => Buffer.from(data);
const one: RawMember = { name: "a.txt", data: text("one") };
const long = "x".repeat(600);

test("members come one by one, however the tar is cut", async () => {
  const tar = rawTar([one, { name: "b", data: text(long), prefix: "folder" }, { name: "empty" }]);
  const members = [
    ["a.txt", "one"],
    ["folder/b", long],
    ["empty", ""],
  ];
  for (const piece of [1, 100, 512, 700, tar.length]) {
    expect(await membersOf(tar, piece)).toEqual(members);
  }
});

test.each(["gnu", "ustar", "pax", "v7", "oldgnu"])(
  "what tar writes as %s is read",
  async (format) => {
    const arguments_ = [
      `--format=${format}`,
      "-cf",
      "-",
      "package.json",
      "shared/malware/signatures",
    ];
    const tar = execFileSync("tar", arguments_, { maxBuffer: 1e8 });
    expect(isTar(tar)).toBe(true);
    const names = (await membersOf(tar)).map(([path]) => path);
    expect(names).toContain("package.json");
    expect(names).toContain("shared/malware/signatures/eicar.ts");
  },
);

test("a size may be a plain number, or stand in an attribute in front", async () => {
  const size = Buffer.alloc(12);
  size.writeUInt8(0x80, 0);
  size.writeUInt8(3, 11);
  expect(await membersOf(rawTar([{ ...one, sizeField: size }]))).toEqual([["a.txt", "one"]]);
  const attributes = { name: "pax", type: "x", data: text("10 size=3\n") };
  const none = Buffer.from("00000000000\0");
  const members = await membersOf(rawTar([attributes, { ...one, sizeField: none }]));
  expect(members[1]).toEqual(["a.txt", "one"]);
});

test.each<[string, Uint8Array]>([
  ["is cut off", rawTar([one]).subarray(0, 514)],
  ["has a wrong check sum", rawTar([one, { ...one, sum: 1 }])],
  ["goes on behind its end", rawTar([one], Buffer.concat([new Uint8Array(1024), text("more")]))],
  ["has a link with content", rawTar([{ ...one, type: "1" }])],
  ["gives a size to all", rawTar([{ name: "g", type: "g", data: text("10 size=3\n") }, one])],
])("a tar that %s is not read to its end", async (_, tar) => {
  await expect(membersOf(tar)).rejects.toBeInstanceOf(ArchiveDamage);
});

test("a member that nobody reads is passed", async () => {
  const paths: string[] = [];
  for await (const { path } of streamedTar(inOnePiece(rawTar([one, { name: "b" }]))))
    paths.push(path);
  expect(paths).toEqual(["a.txt", "b"]);
});

test("text and zeros are no tar", () => {
  expect(isTar(new Uint8Array(512))).toBe(false);
  expect(isTar(Buffer.alloc(512, "0000000 "))).toBe(false);
  expect(isTar(rawTar([one]).subarray(0, 511))).toBe(false);
});
