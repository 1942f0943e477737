import { Future } from "./walking/future.ts";

interface Listener {
  name: string;
  future: Future<unknown>;
}

/** Listeners by name (the newest is served first) and the events nobody has waited for yet. */
export class ExternalEvents {
  readonly #listeners = new Map<string, Listener[]>();
  readonly #buffered = new Map<string, number>();

  /** Takes the oldest buffered event of that name, or waits for the next. */
  waitFor(name: string): Future<unknown> {
    const key = name.toLowerCase();
    const buffered = this.#buffered.get(key) ?? 0;
    if (buffered > 0) {
      this.#buffered.set(key, buffered - 1);
      return Future.done(null);
    }
    const future = new Future<unknown>();
    this.#listeners.set(key, [...(this.#listeners.get(key) ?? []), { name, future }]);
    return future;
  }

  /** Delivers an event; answers the listener's own spelling when the event's differs from it. */
  raise(name: string): string | undefined {
    const key = name.toLowerCase();
    const listener = this.#listeners.get(key)?.pop();
    if (!listener) {
      this.#buffered.set(key, (this.#buffered.get(key) ?? 0) + 1);
      return undefined;
    }
    listener.future.resolve(null);
    return listener.name === name ? undefined : listener.name;
  }

  get isAwaited(): boolean {
    return [...this.#listeners.values()].some((listeners) => listeners.length > 0);
  }

  /** Names of events that arrived and were never waited for. */
  get bufferedNames(): string[] {
    return [...this.#buffered].filter(([, count]) => count > 0).map(([name]) => name);
  }
}
