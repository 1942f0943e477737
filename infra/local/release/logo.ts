import { crc32, deflateSync } from "node:zlib";

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const paper = [0x0b, 0x5c, 0xad] as const;
const ink = [0xff, 0xff, 0xff] as const;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** Three ruled lines on a plain ground. */
const isInk = (x: number, y: number, width: number, height: number): boolean => {
  const band = (y / height) * 8;
  const inside = x > width * 0.2 && x < width * 0.8;
  return inside && (Math.floor(band) === 2 || Math.floor(band) === 4 || Math.floor(band) === 6);
};

/** A PNG of exactly these pixels, for offers that need a logo before they have a designer. */
export function drawLogo(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Array.from({ length: height }, (_, y) => [
    0,
    ...Array.from({ length: width }, (_, x) => (isInk(x, y, width, height) ? ink : paper)).flat(),
  ]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.from(rows.flat()))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
