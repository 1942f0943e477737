import type { InstanceStore } from "../../infra/local/durable/store/instance-store.ts";

/** A view of a store that can die: from then on none of its calls comes back. */
export function mortalStore(
  store: InstanceStore,
  onCommit: (count: number) => "live" | "die-before" | "die-after" = () => "live",
): { store: InstanceStore; kill(): void } {
  let isDead = false;
  let commits = 0;
  const never = new Promise<never>(() => undefined);
  const view = new Proxy(store, {
    get(target, name) {
      const member = Reflect.get(target, name) as unknown;
      if (typeof member !== "function") return member;
      return async (...args: unknown[]) => {
        if (isDead) return await never;
        const fate = name === "commit" ? onCommit((commits += 1)) : "live";
        if (fate === "die-before") isDead = true;
        if (isDead) return await never;
        const result = await (member as (...given: unknown[]) => unknown).apply(target, args);
        if (fate === "die-after") isDead = true;
        return isDead ? await never : result;
      };
    },
  });
  return {
    store: view,
    kill: () => {
      isDead = true;
    },
  };
}
