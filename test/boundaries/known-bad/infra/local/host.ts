import { publish } from "../../functions/workflows/publish.ts";

export const host = publish.name;
