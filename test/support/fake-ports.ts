import type { Ports } from "../../shared/ports.ts";
import type { Intents, UnappliedCallback, Workflows } from "../../shared/ports/reviews.ts";
import { FakeClock } from "./fake/fake-clock.ts";
import { fakeAssets, fakeDocuments, fakePackages, fakeUploads } from "./fake/fake-blobs.ts";
import { fakeCatalogue, fakeProgress, fakeReviews } from "./fake/fake-tables.ts";
import { fakeDocumentation } from "./fake/fake-documentation.ts";
import { fakeIdempotency } from "./fake/fake-idempotency.ts";
import { fakeMembers, fakePublishers, fakeTokens } from "./fake/fake-identity.ts";
import { fakeMalware, fakeMalwareResults } from "./fake/fake-malware.ts";
import { fakeWaivers } from "./fake/fake-waivers.ts";
import { fakeLeads, fakeRegions, type FakeLeads, type FakeRegions } from "./fake/fake-outside.ts";

/** Ports in memory: they keep the promises of shared/ports.ts and can be told to fail. */
export interface FakePorts {
  readonly ports: Ports;
  /** The same ports as others use them meanwhile: neither counted nor failing. */
  readonly others: Ports;
  readonly workflows: Workflows;
  readonly clock: FakeClock;
  readonly regions: FakeRegions;
  /** The uploads container itself: tests put bytes there as a client would. */
  readonly uploads: Map<string, Uint8Array>;
  /** What other hosts have, by address. */
  readonly elsewhere: Map<string, { bytes: Uint8Array; etag: string }>;
  readonly leads: FakeLeads;
  /** What was put before reviewers could make sense of it, and wake-ups. */
  readonly unappliedCallbacks: readonly UnappliedCallback[];
  readonly wakeUps: { id: string }[];
  /** Submission ids that were started, and events that were raised. */
  readonly started: string[];
  readonly raised: { submissionId: string; event: string; data: object }[];
  /** How often each method was called, as `progress.read`; the clock does not count. */
  readonly calls: Map<string, number>;
  /** Sum of all calls. */
  transactions(): number;
  /** Makes calls of a method, as `packages.put`, throw before they do anything. */
  fail(method: string, plan?: Failures): void;
  /** Makes them throw after they have done their work. */
  failAfterwards(method: string, plan?: Failures): void;
}

/** `skip` calls go well, then `times` fail. */
interface Failures {
  readonly times?: number;
  readonly skip?: number;
}

/** Fresh ports with nothing in them. */
export function fakePorts(start = new Date("2030-01-07T09:00:00Z")): FakePorts {
  const clock = new FakeClock(start);
  const regions = fakeRegions();
  const leads = fakeLeads();
  const reviews = fakeReviews();
  const watch = new Watch();
  const uploads = fakeUploads();
  const started: string[] = [];
  const raised: { submissionId: string; event: string; data: object }[] = [];
  const others: Ports = {
    clock,
    tokens: fakeTokens(),
    members: fakeMembers(),
    publishers: fakePublishers(),
    documents: fakeDocuments(),
    progress: fakeProgress(),
    assets: fakeAssets(),
    waivers: fakeWaivers(),
    uploads,
    packages: fakePackages(),
    malware: fakeMalware,
    malwareResults: fakeMalwareResults,
    catalogue: fakeCatalogue(),
    regions,
    leads,
    reviews,
    intents: fakeIntents(),
    idempotency: fakeIdempotency(),
    documentation: fakeDocumentation,
    holidayCountry: "US",
  };
  const ports = watch.overAll(others);
  const workflows: Workflows = {
    start: (submission) => {
      if (!started.includes(submission.submissionId)) started.push(submission.submissionId);
      return Promise.resolve();
    },
    raise: (submissionId, event, data) => {
      raised.push({ submissionId, event, data });
      return Promise.resolve();
    },
  };
  return {
    ports,
    others,
    workflows: watch.over("workflows", workflows),
    clock,
    regions,
    uploads: uploads.blobs,
    elsewhere: uploads.elsewhere,
    leads,
    unappliedCallbacks: reviews.unappliedCallbacks,
    wakeUps: reviews.wakeUps,
    started,
    raised,
    calls: watch.calls,
    transactions: () => [...watch.calls.values()].reduce((sum, n) => sum + n, 0),
    fail: (method, plan = {}) => void watch.before.set(method, { skip: 0, times: 1, ...plan }),
    failAfterwards: (method, plan = {}) =>
      void watch.after.set(method, { skip: 0, times: 1, ...plan }),
  };
}

function fakeIntents(): Intents {
  const intents = new Map<string, Parameters<Intents["write"]>[0]>();
  return {
    write: async (intent) => void intents.set(intent.id, structuredClone(intent)),
    done: async ({ id }) => void intents.delete(id),
    pending: async (before) =>
      [...intents.values()].filter(({ at }) => new Date(at).getTime() < before.getTime()),
  };
}

/** Counts the calls of every method and fails those it was told to. */
class Watch {
  readonly calls = new Map<string, number>();
  readonly before = new Map<string, Required<Failures>>();
  readonly after = new Map<string, Required<Failures>>();

  over<T extends object>(name: string, port: T): T {
    return new Proxy(port, {
      get: (target, key) => {
        const value = Reflect.get(target, key) as unknown;
        if (typeof value !== "function") return value;
        return async (...args: unknown[]) => {
          const method = `${name}.${String(key)}`;
          this.calls.set(method, (this.calls.get(method) ?? 0) + 1);
          this.#strike(this.before, method);
          const result = await Reflect.apply(value, target, args);
          this.#strike(this.after, method);
          return result;
        };
      },
    });
  }

  overAll(ports: Ports): Ports {
    const { clock, holidayCountry, ...stores } = ports;
    const watched = Object.entries(stores).map(([name, port]) => [name, this.over(name, port)]);
    return { clock, holidayCountry, ...(Object.fromEntries(watched) as typeof stores) };
  }

  #strike(plans: Map<string, Required<Failures>>, method: string): void {
    const plan = plans.get(method);
    if (!plan) return;
    const { skip, times } = plan;
    if (skip > 0) plans.set(method, { skip: skip - 1, times });
    else if (times > 0) {
      plans.set(method, { skip, times: times - 1 });
      throw new Error(`${method} is away`);
    }
  }
}
