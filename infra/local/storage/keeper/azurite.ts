import { subscribe } from "node:diagnostics_channel";
import { createServer, type AddressInfo } from "node:net";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createRequire, enableCompileCache } from "node:module";

import type { AnsweredRequest } from "./request-meaning.ts";
import type { ServicePorts } from "../storage-file.ts";

export interface AzuriteOptions {
  /** Undefined keeps everything in memory. */
  location?: string;
  keys: Record<string, string>;
  /** Used again where they are still free, so that addresses handed out earlier stay good. */
  ports?: ServicePorts;
  onRequest: (request: AnsweredRequest) => void;
  onClosed: () => void;
}

const services = ["blob", "queue", "table"] as const;

/** Runs Azurite in this process, which must serve no other purpose; SIGTERM closes it. */
export async function runAzurite(options: AzuriteOptions): Promise<ServicePorts> {
  const ports = { blob: 0, queue: 0, table: 0 };
  for (const service of services) ports[service] = await freePort(options.ports?.[service] ?? 0);
  process.env["AZURITE_ACCOUNTS"] = Object.entries(options.keys)
    .map(([account, key]) => `${account}:${key}`)
    .join(";");
  process.argv = [process.execPath, "azurite", ...flags(ports, options.location)];
  const listening = watchOutput(options.onClosed);
  // Most of the start is the compilation of Azurite's many dependencies.
  enableCompileCache();
  createRequire(import.meta.url)("azurite/dist/src/azurite.js");
  const bound = await listening;
  watchRequests(bound, options.onRequest);
  return bound;
}

function flags(ports: ServicePorts, location: string | undefined): string[] {
  return [
    ...services.flatMap((service) => [`--${service}Port`, String(ports[service])]),
    "--silent",
    "--skipApiVersionCheck",
    "--disableTelemetry",
    "--disableProductStyleUrl",
    ...(location === undefined ? ["--inMemoryPersistence"] : ["--location", location]),
  ];
}

/** Azurite tells what it does only on the console: ports at the start, and when it has closed. */
function watchOutput(onClosed: () => void): Promise<ServicePorts> {
  const ports = new Map<string, number>();
  let closed = 0;
  return new Promise((resolve) => {
    console.log = (line: unknown) => {
      const listening = /^Azurite (\w+) service is successfully listening at .*:(\d+)$/.exec(
        String(line),
      );
      if (listening?.[1]) ports.set(listening[1].toLowerCase(), Number(listening[2]));
      const [blob, queue, table] = services.map((service) => ports.get(service));
      if (blob && queue && table) resolve({ blob, queue, table });
      if (/ service successfully closed$/.test(String(line))) closed += 1;
      if (closed === services.length) onClosed();
    };
  });
}

function watchRequests(ports: ServicePorts, onRequest: AzuriteOptions["onRequest"]): void {
  const serviceOf = new Map<number, keyof ServicePorts>(
    services.map((service) => [ports[service], service]),
  );
  subscribe("http.server.response.finish", (message) => {
    const { request, response, server } = message as Exchange;
    const service = serviceOf.get((server.address() as AddressInfo | null)?.port ?? 0);
    if (!service) return;
    const { method = "", originalUrl, url = "" } = request;
    onRequest({ service, method, url: originalUrl ?? url, status: response.statusCode });
  });
}

interface Exchange {
  /** Express rewrites `url` and keeps the one that was sent in `originalUrl`. */
  request: IncomingMessage & { originalUrl?: string };
  response: ServerResponse;
  server: Server;
}

function freePort(wanted: number): Promise<number> {
  if (wanted === 0) return Promise.resolve(0);
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => {
      resolve(0);
    });
    probe.listen(wanted, "127.0.0.1", () => {
      probe.close(() => {
        resolve(wanted);
      });
    });
  });
}
