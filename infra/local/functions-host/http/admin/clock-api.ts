import { z } from "zod";
import type { MovableClock } from "../../../clock/clock.ts";
import type { Exchange } from "../exchange.ts";
import { isoDurationMs } from "./iso-duration.ts";

const Advance = z.union([
  z.strictObject({ advanceTo: z.iso.datetime({ offset: true }) }),
  z.strictObject({ advanceBy: z.union([z.number(), z.string()]) }),
]);

/** GET tells the host's time; POST moves it forward and answers when all due work is done. */
export async function answerClock(exchange: Exchange, clock: MovableClock): Promise<void> {
  if (exchange.method === "POST") {
    const refusal = await advance(clock, (await exchange.readBody()).toString("utf8"));
    if (refusal !== undefined) {
      exchange.sendJson(400, { message: refusal });
      return;
    }
  } else if (exchange.method !== "GET") {
    exchange.send({ status: 404 });
    return;
  }
  exchange.sendJson(200, { now: clock.now().toISOString(), offsetMs: clock.offsetMs });
}

async function advance(clock: MovableClock, body: string): Promise<string | undefined> {
  try {
    const wanted = Advance.parse(JSON.parse(body));
    await clock.advanceTo(target(clock, wanted));
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    const isMalformed = error instanceof SyntaxError || error instanceof z.ZodError;
    if (!isMalformed) throw error;
    return 'Send {"advanceTo": "2026-01-31T09:00:00Z"} or {"advanceBy": "P1D"} or milliseconds.';
  }
}

function target(clock: MovableClock, wanted: z.infer<typeof Advance>): Date {
  if ("advanceTo" in wanted) return new Date(wanted.advanceTo);
  const { advanceBy } = wanted;
  const ms = typeof advanceBy === "number" ? advanceBy : isoDurationMs(advanceBy);
  return new Date(clock.now().getTime() + ms);
}
