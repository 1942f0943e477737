import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export type AzuriteService = "blob" | "queue" | "table";

const ACCOUNT = "devstoreaccount1";
const KEY =
  "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
const START_TIMEOUT_MS = 30_000;

/** Starts Azurite as a child process on free ports, in memory, for one test file. */
export async function startAzurite(
  services: AzuriteService[] = ["blob", "queue", "table"],
): Promise<{ connectionString: string; hosts: readonly string[]; stop(): Promise<void> }> {
  // Azurite writes its database files into the working directory even when all is in memory.
  const folder = await mkdtemp(join(tmpdir(), "azurite-test-"));
  const started = await Promise.all(services.map((service) => startService(service, folder)));
  return {
    connectionString: connectionString(started),
    hosts: started.map(({ port }) => `127.0.0.1:${String(port)}`),
    stop: async () => {
      await Promise.all(started.map((service) => stopProcess(service.child)));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface StartedService {
  service: AzuriteService;
  child: ChildProcess;
  port: number;
}

async function startService(service: AzuriteService, folder: string): Promise<StartedService> {
  const main = join(
    dirname(createRequire(import.meta.url).resolve("azurite/package.json")),
    `dist/src/${service}/main.js`,
  );
  const options = ["--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry"];
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [
      main,
      "--silent",
      `--${service}Host`,
      "127.0.0.1",
      `--${service}Port`,
      String(port),
      ...options,
    ],
    { cwd: folder, stdio: ["ignore", "pipe", "pipe"] },
  );
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  child.once("exit", () => process.removeListener("exit", kill));
  await listening(child);
  return { service, child, port };
}

/** The single-service programs do not tell which port they got for port 0. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let seen = "";
    const timeout = setTimeout(() => {
      reject(new Error(`Azurite did not start: ${seen}`));
    }, START_TIMEOUT_MS);
    const read = (chunk: Buffer) => {
      seen = (seen + chunk.toString()).slice(-4000);
      if (!/successfully (?:started|listen)/i.test(seen)) return;
      clearTimeout(timeout);
      resolve();
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", () => {
      clearTimeout(timeout);
      reject(new Error(`Azurite ended at its start: ${seen}`));
    });
  });
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), 5000);
  await ended;
  clearTimeout(force);
}

function connectionString(started: readonly StartedService[]): string {
  const endpoints = started.map(({ service, port }) => {
    const name = `${service.charAt(0).toUpperCase()}${service.slice(1)}Endpoint`;
    return `${name}=http://127.0.0.1:${port}/${ACCOUNT}`;
  });
  return [
    "DefaultEndpointsProtocol=http",
    `AccountName=${ACCOUNT}`,
    `AccountKey=${KEY}`,
    ...endpoints,
  ].join(";");
}
