import { between } from "./random.ts";

/** One orchestration of the load, with everything that must come of it. */
export interface Run {
  id: string;
  orchestration: (typeof kinds)[number];
  input: { run: string; size: number; ms: number };
  /** Numbers to raise as events. */
  events: number[];
  output: number;
  /** Lines that the activities must have left at least once. */
  traces: string[];
}

const kinds = ["chain", "fan", "events", "timers", "family", "generations"] as const;

/** Draws the next run of the load. */
export function nextRun(random: () => number, number: number): Run {
  const orchestration = kinds[number % kinds.length] ?? "chain";
  const id = `${orchestration}-${number}`;
  const size = between(random, 2, 6);
  const input = { run: id, size, ms: between(random, 0, 60) };
  const steps = (run: string, count: number) =>
    Array.from({ length: count }, (_, step) => `${run} ${step}`);
  const numbers = Array.from({ length: size }, (_, k) => k + 1);
  const sum = numbers.reduce((total, each) => total + each, 0);
  const common = { id, orchestration, input, events: [], traces: steps(id, size) };
  switch (orchestration) {
    case "chain":
    case "timers":
    case "generations":
      return { ...common, output: size };
    case "fan":
      return { ...common, output: sum };
    case "events":
      return { ...common, events: numbers, output: sum, traces: [] };
    case "family":
      return {
        ...common,
        output: size * 2,
        traces: numbers.flatMap((k) => steps(`${id}-child-${k - 1}`, 2)),
      };
  }
}
