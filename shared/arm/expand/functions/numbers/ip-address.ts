/** An address as a number of so many bits. */
interface IpAddress {
  value: bigint;
  bits: 32 | 128;
}

export function readAddress(text: string): IpAddress | undefined {
  return text.includes(":") ? readLong(text) : readShort(text);
}

function readShort(text: string): IpAddress | undefined {
  const parts = text.split(".");
  const isValid = parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part));
  if (!isValid || parts.some((part) => Number(part) > 255)) return undefined;
  return { value: joined(parts.map(Number), 8n), bits: 32 };
}

function readLong(text: string): IpAddress | undefined {
  const halves = text.split("::").map((half) => (half === "" ? [] : half.split(":")));
  const groups = halves.flat();
  const missing = 8 - groups.length;
  const fits = halves.length === 1 ? missing === 0 : halves.length === 2 && missing > 0;
  if (!fits || !groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  const [before = [], after = []] = halves;
  const all = [...before, ...Array<string>(missing).fill("0"), ...after];
  return {
    value: joined(
      all.map((group) => Number.parseInt(group, 16)),
      16n,
    ),
    bits: 128,
  };
}

export function writeAddress(value: bigint, bits: 32 | 128): string {
  if (bits === 32) return pieces(value, 4, 8).join(".");
  const groups = pieces(value, 8, 16).map((group) => group.toString(16));
  const runs = groups.join(":").match(/\b0(?::0)+\b/g) ?? [];
  const longest = runs.reduce((one, other) => (other.length > one.length ? other : one), "");
  if (longest === "") return groups.join(":");
  const [before, ...after] = `:${groups.join(":")}:`.split(`:${longest}:`);
  return `${before ?? ""}::${after.join(`:${longest}:`)}`.replace(/^:(?!:)|(?<!:):$/g, "");
}

function pieces(value: bigint, count: number, size: number): number[] {
  const mask = (1n << BigInt(size)) - 1n;
  return Array.from({ length: count }, (_, at) =>
    Number((value >> BigInt(size * (count - 1 - at))) & mask),
  );
}

function joined(parts: readonly number[], size: bigint): bigint {
  return parts.reduce((sum, part) => (sum << size) | BigInt(part), 0n);
}
