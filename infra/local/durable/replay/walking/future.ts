type State = "open" | "done" | "failed";

/**
 * A value that is settled later. Its followers run at once, inside the call that settles it: ids are
 * handed out in that order, so a Promise with its later turn would number tasks differently.
 */
export class Future<T> {
  state: State = "open";
  value: T | undefined;
  error: unknown;
  #followers: (() => void)[] = [];

  static done<T>(value: T): Future<T> {
    const future = new Future<T>();
    future.resolve(value);
    return future;
  }

  static failed(error: unknown): Future<never> {
    const future = new Future<never>();
    future.fail(error);
    return future;
  }

  resolve(value: T): void {
    if (this.state !== "open") return;
    this.value = value;
    this.#settle("done");
  }

  fail(error: unknown): void {
    if (this.state !== "open") return;
    this.error = error;
    this.#settle("failed");
  }

  whenSettled(follower: () => void): void {
    if (this.state === "open") this.#followers.push(follower);
    else follower();
  }

  #settle(state: State): void {
    this.state = state;
    const followers = this.#followers;
    this.#followers = [];
    for (const follower of followers) follower();
  }
}
