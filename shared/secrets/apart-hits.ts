import type { SecretHit, Severity } from "./secret-hit.ts";

/** How much is asked for: what starts in a range, and so many of each severity. */
export interface Wanted {
  readonly from: number;
  readonly to: number;
  readonly room: Readonly<Record<Severity, number>>;
}

/** All there is. */
export const everything: Wanted = {
  from: 0,
  to: Infinity,
  room: { error: Infinity, warning: Infinity },
};

/** Hits by their places, none over another: of two that meet, the one that came first stays. */
export class ApartHits {
  readonly #wanted: Wanted;
  readonly #room: Record<Severity, number>;
  #hits: readonly SecretHit[] = [];

  constructor(wanted: Wanted) {
    this.#wanted = wanted;
    this.#room = { ...wanted.room };
  }

  /** In the order of their places; those around the range are there, too. */
  get hits(): readonly SecretHit[] {
    return this.#hits;
  }

  isFull(severity: Severity): boolean {
    return this.#room[severity] <= 0;
  }

  /** Takes hits of one severity in the order of their places, until there is no room for more. */
  add(more: Iterable<SecretHit>, severity: Severity): void {
    if (this.isFull(severity)) return;
    const before = this.#hits;
    const merged: SecretHit[] = [];
    let next = 0;
    for (const hit of more) {
      for (let one = before[next]; one && one.at < hit.at; one = before[next]) {
        merged.push(one);
        next += 1;
      }
      if (overlaps(hit, merged.at(-1)) || overlaps(hit, before[next])) continue;
      merged.push(hit);
      if (isWanted(hit, this.#wanted)) this.#room[severity] -= 1;
      if (this.isFull(severity)) break;
    }
    if (merged.length > 0) this.#hits = [...merged, ...before.slice(next)];
  }
}

/** Whether a hit starts in the range. */
export const isWanted = ({ at }: SecretHit, { from, to }: Wanted): boolean => at >= from && at < to;

function overlaps(one: SecretHit, other: SecretHit | undefined): boolean {
  if (other === undefined) return false;
  return one.at < other.at + other.length && other.at < one.at + one.length;
}
