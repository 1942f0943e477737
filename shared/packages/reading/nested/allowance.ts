/** What all archives of a package may still unpack to together. */
export interface Allowance {
  bytes: number;
  entries: number;
}
