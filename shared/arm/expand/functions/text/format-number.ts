type Writer = (value: number, size: number, digits: string) => string;

const writers: Partial<Record<string, Writer>> = {
  D: (value, size) => (value < 0 ? "-" : "") + whole(value, 10).padStart(size, "0"),
  X: (value, size) => whole(value, 16).padStart(size, "0").toUpperCase(),
  x: (value, size) => whole(value, 16).padStart(size, "0"),
  N: (value, size, digits) => grouped(value.toFixed(digits === "" ? 2 : size)),
  F: (value, size, digits) => value.toFixed(digits === "" ? 2 : size),
};

/** Writes a number as a .NET format specifier asks: `D4`, `X2`, `N1`, `F2`, or zeros as in `000`. */
export function formatNumber(value: number, specifier: string): string {
  const [, kind = "", digits = ""] = /^([DXNF])(\d{0,2})$/i.exec(specifier) ?? [];
  const writer = writers[kind] ?? writers[kind.toUpperCase()];
  if (writer !== undefined) return writer(value, Math.min(Number(digits), 50), digits);
  const isZeros = /^0{1,50}$/.test(specifier);
  return isZeros ? (writers.D?.(value, specifier.length, "") ?? "") : String(value);
}

function whole(value: number, base: number): string {
  return Math.abs(Math.trunc(value)).toString(base);
}

function grouped(text: string): string {
  const [integer = "", fraction] = text.split(".");
  const withCommas = integer.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? withCommas : `${withCommas}.${fraction}`;
}
