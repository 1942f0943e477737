import { quantile, timed } from "../figure.ts";
import type { Measured } from "./operations.ts";

export const forms = ["bare", "handler", "http"] as const;
export type Form = (typeof forms)[number];

/** Of one form of one operation: milliseconds, and how many a second with several at once. */
export interface Speed {
  readonly p50: number;
  readonly p99: number;
  readonly perSecond: number;
}

const warmUps = 60;
const samples = 400;
const atOnce = 8;
const together = 400;

/** Measures the three forms by turns, so that they see the same weather. */
export async function measure(operation: Measured): Promise<Readonly<Record<Form, Speed>>> {
  for (let n = 0; n < warmUps; n++) for (const form of forms) await operation[form](n);
  const took: Record<Form, number[]> = { bare: [], handler: [], http: [] };
  for (let n = 0; n < samples; n++) {
    for (const form of forms) took[form].push(await timed(() => operation[form](n)));
  }
  const perSecond: Record<Form, number> = { bare: 0, handler: 0, http: 0 };
  for (const form of forms) perSecond[form] = await throughput((n) => operation[form](n));
  const speedOf = (form: Form): Speed => ({
    p50: quantile(took[form], 0.5),
    p99: quantile(took[form], 0.99),
    perSecond: perSecond[form],
  });
  return { bare: speedOf("bare"), handler: speedOf("handler"), http: speedOf("http") };
}

/** Each of the workers has an offer of its own: two writes of one at once would be tried again. */
async function throughput(act: (n: number) => Promise<unknown>): Promise<number> {
  const worker = async (_: unknown, n: number): Promise<void> => {
    for (let turn = 0; turn < together / atOnce; turn++) await act(n);
  };
  const ms = await timed(() => Promise.all(Array.from({ length: atOnce }, worker)));
  return (together / ms) * 1000;
}
