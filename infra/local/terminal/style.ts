/** Colours where the terminal has them, plain text everywhere else. */
export interface Style {
  readonly green: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
}

const code = (on: boolean, open: number, close: number) => (text: string) =>
  on ? `\u001b[${String(open)}m${text}\u001b[${String(close)}m` : text;

export const styleFor = (colours: boolean): Style => ({
  green: code(colours, 32, 39),
  red: code(colours, 31, 39),
  yellow: code(colours, 33, 39),
  dim: code(colours, 2, 22),
  bold: code(colours, 1, 22),
});
