const standard: Partial<Record<string, string>> = {
  d: "MM/dd/yyyy",
  D: "dddd, dd MMMM yyyy",
  f: "dddd, dd MMMM yyyy HH:mm",
  F: "dddd, dd MMMM yyyy HH:mm:ss",
  g: "MM/dd/yyyy HH:mm",
  G: "MM/dd/yyyy HH:mm:ss",
  o: "yyyy-MM-ddTHH:mm:ss.fffffffZ",
  O: "yyyy-MM-ddTHH:mm:ss.fffffffZ",
  r: "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
  R: "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
  s: "yyyy-MM-ddTHH:mm:ss",
  t: "HH:mm",
  T: "HH:mm:ss",
  u: "yyyy-MM-dd HH:mm:ssZ",
  y: "yyyy MMMM",
  Y: "yyyy MMMM",
};
const months =
  "January February March April May June July August September October November December";
const days = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday";

const piece = /'([^']*)'|"([^"]*)"|\\(.)|(y+|M+|d+|H+|h+|m+|s+|f+|F+|t+|K|z+)/g;

/** Writes a date as a .NET format string asks; the form that templates get without one. */
export function formatDate(date: Date, format = "yyyyMMddTHHmmssZ"): string {
  const pattern = standard[format] ?? format;
  return pattern.replace(piece, (...hit: (string | undefined)[]) => {
    const [, single, double, escaped, field] = hit;
    return field === undefined ? (single ?? double ?? escaped ?? "") : fieldOf(date, field);
  });
}

function fieldOf(date: Date, field: string): string {
  const width = field.length;
  const letter = field.charAt(0);
  const padded = (value: number): string => String(value).padStart(Math.min(width, 2), "0");
  const fields: Partial<Record<string, () => string>> = {
    y: () =>
      width <= 2
        ? padded(date.getUTCFullYear() % 100)
        : String(date.getUTCFullYear()).padStart(4, "0"),
    M: () =>
      width > 2 ? named(months, date.getUTCMonth(), width) : padded(date.getUTCMonth() + 1),
    d: () => (width > 2 ? named(days, date.getUTCDay(), width) : padded(date.getUTCDate())),
    H: () => padded(date.getUTCHours()),
    h: () => padded(date.getUTCHours() % 12 || 12),
    m: () => padded(date.getUTCMinutes()),
    s: () => padded(date.getUTCSeconds()),
    f: () => String(date.getUTCMilliseconds()).padStart(3, "0").padEnd(7, "0").slice(0, width),
    F: () => String(date.getUTCMilliseconds()).padStart(3, "0").slice(0, width).replace(/0+$/, ""),
    t: () => (date.getUTCHours() < 12 ? "AM" : "PM").slice(0, width),
    K: () => "Z",
    z: () => (width === 3 ? "+00:00" : "+00".slice(width === 1 ? 0 : undefined)),
  };
  return fields[letter]?.() ?? field;
}

function named(names: string, at: number, width: number): string {
  const name = names.split(" ")[at] ?? "";
  return width === 3 ? name.slice(0, 3) : name;
}
