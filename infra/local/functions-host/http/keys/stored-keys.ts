import { MissingSetting, type Settings } from "../../settings/settings.ts";
import { blobService, isMissing } from "../../storage-clients.ts";
import { type HostKeys, makeHostKeys, makeKey } from "./host-keys.ts";

const container = "azure-webjobs-secrets";

/** The host's keys, kept in its storage so that addresses with keys outlive a restart. */
export async function storedHostKeys(
  settings: Settings,
  hostId: string,
  functionNames: readonly string[],
): Promise<HostKeys> {
  const fresh = makeHostKeys(functionNames);
  const client = secretsContainer(settings);
  if (!client) return fresh;
  const blob = client.getBlockBlobClient(`${hostId}/local-host.json`);
  const keys = merge(await readKeys(blob), fresh);
  await client.createIfNotExists();
  const text = JSON.stringify(keys, undefined, 2);
  await blob.upload(text, Buffer.byteLength(text));
  return keys;
}

function secretsContainer(settings: Settings) {
  try {
    return blobService(settings).getContainerClient(container);
  } catch (error) {
    // An app without storage has keys for this run only.
    if (error instanceof MissingSetting) return undefined;
    throw error;
  }
}

async function readKeys(blob: { downloadToBuffer(): Promise<Buffer> }): Promise<Partial<HostKeys>> {
  try {
    return JSON.parse((await blob.downloadToBuffer()).toString("utf8")) as Partial<HostKeys>;
  } catch (error) {
    if (isMissing(error)) return {};
    throw error;
  }
}

function merge(known: Partial<HostKeys>, fresh: HostKeys): HostKeys {
  return {
    master: known.master ?? makeKey(),
    host: { ...fresh.host, ...known.host },
    system: { ...fresh.system, ...known.system },
    functions: { ...fresh.functions, ...known.functions },
  };
}
