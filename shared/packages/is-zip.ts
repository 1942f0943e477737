const signature = [0x50, 0x4b, 3, 4];

/** Whether bytes start as a zip with something in it does. */
export const isZip = (head: Uint8Array): boolean =>
  signature.every((byte, at) => head[at] === byte);

/** Whether nothing in a piece that stands there in a content speaks against that. */
export const mayBeZip = (piece: Uint8Array, start: number): boolean =>
  signature.slice(start).every((byte, at) => at >= piece.length || piece[at] === byte);
