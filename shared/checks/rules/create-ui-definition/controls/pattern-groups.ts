/** The groups of a .NET pattern, and those it refers back to. */
export class PatternGroups {
  readonly #names = new Set<string>();
  readonly #wanted: string[] = [];
  #count = 0;

  /** A piece of the pattern that is more than a character. */
  see(piece: string): void {
    const [, name, other, number] = /^\(\?[<'](\w+)|^\\k[<'](\w+)|^\\([1-9])$/.exec(piece) ?? [];
    if (piece === "(" || name !== undefined) this.#count += 1;
    if (name !== undefined) this.#names.add(name);
    if (other !== undefined) this.#wanted.push(other);
    if (number !== undefined) this.#wanted.push(number);
  }

  /** A reference to a group that is nowhere. */
  missing(): string | undefined {
    return this.#wanted.find(
      (wanted) => !this.#names.has(wanted) && !(Number(wanted) <= this.#count),
    );
  }
}
