import type { Clock } from "../../shared/ports.ts";

const hostClock = Symbol.for("functions-host.clock");

/** The host's clock where the host publishes one that can be moved, else the system's. */
export const systemClock: Clock = {
  now() {
    const host = (globalThis as { [hostClock]?: () => Date })[hostClock];
    return host?.() ?? new Date();
  },
};
