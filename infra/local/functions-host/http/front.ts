import type { IncomingMessage, ServerResponse } from "node:http";
import type { HostLog } from "../host-log.ts";
import type { AdminApi } from "./admin/admin-api.ts";
import { applyCors, type CorsOptions } from "./cors.ts";
import { Exchange } from "./exchange.ts";
import type { FunctionFront } from "./function-front.ts";
import { homePage } from "./home-page.ts";
import type { Webhooks } from "./webhooks.ts";

export interface FrontParts {
  functions: FunctionFront;
  admin: AdminApi;
  webhooks: Webhooks;
  cors: CorsOptions | undefined;
  isHomePageDisabled: boolean;
  log: HostLog;
}

/** Sends every request of the public address to the part that answers it. */
export class Front {
  readonly #parts: FrontParts;

  constructor(parts: FrontParts) {
    this.#parts = parts;
  }

  readonly handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const exchange = new Exchange(request, response);
    try {
      await this.#route(exchange);
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.#parts.log("error", "Host.Http", `${exchange.method} ${exchange.target}: ${reason}`);
      exchange.send({ status: 500 });
    }
  };

  async #route(exchange: Exchange): Promise<void> {
    const { path } = exchange;
    if (path === undefined) {
      exchange.send({ status: 400 });
      return;
    }
    if (applyCors(this.#parts.cors, exchange)) return;
    if (isUnder(path, "/admin")) await this.#parts.admin.handle(exchange, path);
    else if (isUnder(path, "/runtime/webhooks")) await this.#parts.webhooks.handle(exchange, path);
    else if (await this.#parts.functions.handle(exchange, path)) return;
    else exchange.send(path === "/" ? homePage(this.#parts.isHomePageDisabled) : { status: 404 });
  }
}

function isUnder(path: string, prefix: string): boolean {
  const lower = path.toLowerCase();
  return lower === prefix || lower.startsWith(`${prefix}/`);
}
