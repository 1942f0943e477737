import { setTimeout } from "node:timers/promises";
import { route } from "../http/route.ts";

export const publish = async (): Promise<string> => setTimeout(1, route);
