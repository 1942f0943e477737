const prime = 0x01000193;

/** A 128-bit hash of some texts; it spreads well and protects nothing. */
export function joinedHash(texts: readonly string[]): bigint {
  const text = JSON.stringify(texts);
  return [0, 1, 2, 3].reduce((hash, lane) => (hash << 32n) | BigInt(laneHash(text, lane)), 0n);
}

function laneHash(text: string, lane: number): number {
  let hash = Math.imul(0x811c9dc5 ^ (lane + 1), 0x9e3779b1 + lane);
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), prime);
    hash ^= hash >>> 13;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 15)) >>> 0;
}
