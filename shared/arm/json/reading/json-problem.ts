/** Something wrong with a JSON text, at an offset of the text. */
export interface JsonProblem {
  kind: "syntax" | "too-deep" | "too-large";
  message: string;
  offset: number;
}
