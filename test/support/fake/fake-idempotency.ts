import type { Idempotency, KeyedRequest } from "../../../shared/ports/callers.ts";

export function fakeIdempotency(): Idempotency {
  const requests = new Map<string, KeyedRequest>();
  const nameOf = ({ caller, key }: KeyedRequest) => `${caller}/${key}`;
  return {
    claim: async (request) => {
      const known = requests.get(nameOf(request));
      if (!known) requests.set(nameOf(request), structuredClone(request));
      return structuredClone(known);
    },
    keep: async (request, answer) =>
      void requests.set(nameOf(request), structuredClone({ ...request, answer })),
    release: async (request) => void requests.delete(nameOf(request)),
    forget: async (before) => {
      for (const [name, { at }] of requests)
        if (Date.parse(at) < before.getTime()) requests.delete(name);
    },
  };
}
