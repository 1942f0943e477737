import { stripVTControlCharacters } from "node:util";
import type { OfferStatus, StatusStep } from "../release/publisher-client.ts";
import { findingLines, stepLine } from "./step-list.ts";
import { styleFor, type Style } from "./style.ts";

export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** Shows a release as it goes: redrawn in place on a terminal, a line per change elsewhere. */
export class Screen {
  readonly style: Style;
  readonly #out: Output;
  readonly #live: boolean;
  readonly #started = new Map<string, number>();
  readonly #ended = new Map<string, number>();
  readonly #shown = new Map<string, string>();
  /** The step list as it stands on the terminal. */
  #list: string[] = [];

  constructor(out: Output, environment: Readonly<Record<string, string | undefined>>) {
    this.#out = out;
    this.#live = out.isTTY === true && environment["TERM"] !== "dumb";
    this.style = styleFor(this.#live && (environment["NO_COLOR"] ?? "") === "");
  }

  /** A line of its own, above the step list. */
  line(text = ""): void {
    this.#out.write(`${this.#erased()}${text}\n${this.#list.join("")}`);
  }

  /** Leaves the step list where it is; what follows comes below it. */
  settle(): void {
    this.#list = [];
  }

  show(status: OfferStatus, now: number): void {
    for (const step of status.steps) this.#time(step, now);
    if (this.#live) this.#redraw(status, now);
    else for (const step of status.steps) this.#append(step, now);
  }

  #time(step: StatusStep, now: number): void {
    if (step.status !== "notStarted" && !this.#started.has(step.id))
      this.#started.set(step.id, now);
    const over = ["complete", "rejected", "canceled"].includes(step.status);
    if (over && !this.#ended.has(step.id)) this.#ended.set(step.id, now);
  }

  #elapsed(step: StatusStep, now: number): string {
    const started = this.#started.get(step.id);
    return started === undefined ? "" : seconds((this.#ended.get(step.id) ?? now) - started);
  }

  #append(step: StatusStep, now: number): void {
    const state = `${step.status} ${String(step.progressPercentage)}`;
    if (step.status === "notStarted" || this.#shown.get(step.id) === state) return;
    this.#shown.set(step.id, state);
    this.#out.write(`${stepLine(step, this.#elapsed(step, now), this.style)}\n`);
    for (const finding of step.findings ?? [])
      this.#out.write(`${findingLines(finding, this.style).join("\n")}\n`);
  }

  #redraw(status: OfferStatus, now: number): void {
    const lines = status.steps.flatMap((step) => [
      stepLine(step, this.#elapsed(step, now), this.style),
      ...(step.findings ?? []).flatMap((finding) => findingLines(finding, this.style)),
    ]);
    const erased = this.#erased();
    this.#list = lines.map((text) => `${text}\n`);
    this.#out.write(`${erased}${this.#list.join("")}`);
  }

  #erased(): string {
    const columns = this.#out.columns ?? Number.POSITIVE_INFINITY;
    const rows = this.#list.map((text) =>
      Math.ceil(stripVTControlCharacters(text).length / columns),
    );
    const height = rows.reduce((sum, count) => sum + Math.max(1, count), 0);
    return height === 0 ? "" : `\u001b[${String(height)}A\u001b[0J`;
  }
}
