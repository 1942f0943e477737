import { host } from "../../infra/local/host.ts";

export const route = host;
