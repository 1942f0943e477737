/** The moments an app may hook into. */
export type HookName = "appStart" | "appTerminate" | "preInvocation" | "postInvocation" | "log";

/** A hook receives one mutable context; what it changes there counts. */
export type HookCallback = (context: object) => unknown;

const hookNames: readonly string[] = [
  "appStart",
  "appTerminate",
  "preInvocation",
  "postInvocation",
  "log",
];

function isHookName(name: string): name is HookName {
  return hookNames.includes(name);
}

/** The hooks of one app, run in the order of their registration. */
export class Hooks {
  readonly #hooks = new Map<HookName, HookCallback[]>();

  /** Adds a hook; returns its removal. */
  add(name: string, callback: HookCallback): () => void {
    if (!isHookName(name)) throw unknownHook(name);
    const callbacks = this.#hooks.get(name) ?? [];
    this.#hooks.set(name, callbacks);
    callbacks.push(callback);
    return () => {
      const at = callbacks.indexOf(callback);
      if (at >= 0) callbacks.splice(at, 1);
    };
  }

  async run(name: HookName, context: object): Promise<void> {
    for (const callback of [...(this.#hooks.get(name) ?? [])]) await callback(context);
  }

  /** Log calls cannot wait, so their hooks run synchronously. */
  runNow(name: HookName, context: object): void {
    for (const callback of [...(this.#hooks.get(name) ?? [])]) void callback(context);
  }
}

function unknownHook(name: string): RangeError {
  // The library recognises an older host by exactly this class and mark.
  const error = new RangeError(`Unrecognized hook "${name}"`);
  return Object.assign(error, { isAzureFunctionsSystemError: true });
}
