import { a } from "./cycle-a.ts";

export const b: string = `b${a}`;
