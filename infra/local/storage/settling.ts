import { subscribe } from "node:diagnostics_channel";

// A moment after which other processes may have written something worth asking for.
const freshMs = 50;

// A request counts when it is sent and again when it is answered: only then it has taken effect.
const channels = [
  "http.client.request.start",
  "http.client.response.finish",
  "undici:request:create",
  "undici:request:headers",
];

let exchanges = 0;
for (const channel of channels) {
  subscribe(channel, () => {
    exchanges += 1;
  });
}

/**
 * Asks only when this process has talked to a server since the last answer, or that is a while ago:
 * a clock that is moved far asks thousands of times whether all is quiet.
 */
export function settleWhenNeeded(ask: () => Promise<void>): () => Promise<void> {
  let askedFor = -1;
  let askedAt = 0;
  return async () => {
    const seen = exchanges;
    if (seen === askedFor && performance.now() - askedAt < freshMs) return;
    await ask();
    askedFor = seen;
    askedAt = performance.now();
  };
}
