/** A value of ASN.1 as DER or BER writes it: its tag, and where its content is. */
export interface DerValue {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

export const integer = 0x02;
export const octets = 0x04;
export const identifier = 0x06;
export const sequence = 0x30;

/** The value that starts there; what does not tell its length goes on and on. */
export function derValue(bytes: Uint8Array, at: number): DerValue | undefined {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) return undefined;
  const start = at + 2 + (first > 0x80 ? first - 0x80 : 0);
  if (first === 0x80) return { tag, start, end: Infinity };
  const length = bytes.subarray(at + 2, start).reduce((sum, byte) => sum * 256 + byte, 0);
  return { tag, start, end: start + (first < 0x80 ? first : length) };
}

/** The first values in a sequence; as many as have these tags, or undefined. */
export function derSequence(
  bytes: Uint8Array,
  at: number,
  tags: readonly number[],
): DerValue[] | undefined {
  const outer = derValue(bytes, at);
  if (outer?.tag !== sequence) return undefined;
  const values: DerValue[] = [];
  for (const tag of tags) {
    const value = derValue(bytes, values.at(-1)?.end ?? outer.start);
    if (value?.tag !== tag) return undefined;
    values.push(value);
  }
  return values;
}

/** Whether a value starts with these bytes. */
export const startsWith = (
  bytes: Uint8Array,
  { start, end }: DerValue,
  expected: readonly number[],
): boolean =>
  end >= start + expected.length && expected.every((byte, at) => bytes[start + at] === byte);
