/** Whole days of 24 hours. */
export const addDays = (from: Date, days: number): Date =>
  new Date(from.getTime() + days * 86_400_000);
