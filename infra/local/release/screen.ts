import type { OfferStatus, StatusStep } from "./publisher-client.ts";
import { findingLines, stepLine } from "./step-list.ts";
import { styleFor, type Style } from "./style.ts";

export interface Output {
  readonly isTTY?: boolean;
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
  #drawn = 0;

  constructor(out: Output, environment: Readonly<Record<string, string | undefined>>) {
    this.#out = out;
    this.#live = out.isTTY === true && environment["TERM"] !== "dumb";
    this.style = styleFor(this.#live && (environment["NO_COLOR"] ?? "") === "");
  }

  /** A line of its own, above the step list. */
  line(text = ""): void {
    this.#drawn = 0;
    this.#out.write(`${text}\n`);
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
    const up = this.#drawn === 0 ? "" : `\u001b[${String(this.#drawn)}A`;
    this.#out.write(`${up}${lines.map((text) => `\u001b[2K${text}\n`).join("")}`);
    this.#drawn = lines.length;
  }
}
