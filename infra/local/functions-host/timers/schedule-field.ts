/** One of the six parts of a schedule: its bounds, and the names its values may have. */
export interface ScheduleField {
  title: string;
  from: number;
  to: number;
  names?: readonly string[];
}

const months =
  "january february march april may june july august september october november december";
const days = "sunday monday tuesday wednesday thursday friday saturday";

/** Second, minute, hour, day, month, day of week, in the order they are written. */
export const scheduleFields: readonly ScheduleField[] = [
  { title: "second", from: 0, to: 59 },
  { title: "minute", from: 0, to: 59 },
  { title: "hour", from: 0, to: 23 },
  { title: "day", from: 1, to: 31 },
  { title: "month", from: 1, to: 12, names: months.split(" ") },
  { title: "day of week", from: 0, to: 6, names: days.split(" ") },
];

/** The values that the text of one field allows, in ascending order. */
export function parseField(text: string, field: ScheduleField): readonly number[] {
  const values = text.split(",").flatMap((part) => parsePart(part, field));
  return [...new Set(values)].sort((a, b) => a - b);
}

function parsePart(text: string, field: ScheduleField): number[] {
  const [range = "", step, ...surplus] = text.split("/");
  if (surplus.length > 0 || (step !== undefined && !/^\d+$/.test(step))) refuse(text, field);
  const [from, to] = parseRange(range, field, step !== undefined);
  const values: number[] = [];
  for (let value = from; value <= to; value += Math.max(1, Number(step ?? 1))) values.push(value);
  return values;
}

function parseRange(text: string, field: ScheduleField, hasStep: boolean): [number, number] {
  if (text === "*") return [field.from, field.to];
  const [first = "", last, ...surplus] = text.split("-");
  if (surplus.length > 0) refuse(text, field);
  const from = parseValue(first, field);
  if (last === undefined) return [from, hasStep ? field.to : from];
  const to = parseValue(last, field);
  // The official parser swaps a range that runs backwards, it does not wrap it around.
  return from <= to ? [from, to] : [to, from];
}

function parseValue(text: string, field: ScheduleField): number {
  if (/^\d+$/.test(text)) {
    const value = Number(text);
    return value >= field.from && value <= field.to ? value : refuse(text, field);
  }
  const prefix = text.toLowerCase();
  const position = prefix ? (field.names ?? []).findIndex((name) => name.startsWith(prefix)) : -1;
  return position >= 0 ? position + field.from : refuse(text, field);
}

function refuse(text: string, { title, from, to }: ScheduleField): never {
  throw new RangeError(`"${text}" is no ${title}: it goes from ${from} to ${to}.`);
}
