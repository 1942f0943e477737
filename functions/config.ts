import { z } from "zod";
import { processIds } from "../shared/publishing/processes/process.ts";

/** How to reach a storage account: with a key, or with the app's own identity. */
export type StorageConnection =
  | { readonly connectionString: string }
  | {
      readonly blobEndpoint: string;
      readonly tableEndpoint: string;
      /** Of a user-assigned identity. */
      readonly clientId?: string;
    };

export interface Region {
  readonly name: string;
  readonly storage: StorageConnection;
}

const matching = (pattern: RegExp, error: string) => z.string({ error }).regex(pattern, { error });
const names = (text: string): string[] => text.split(",").flatMap((part) => part.trim() || []);

const issuersRule =
  "comma-separated issuers as tokens name them in iss, for example https://login.microsoftonline.com/TENANT/v2.0,https://sts.windows.net/TENANT/";
/** Keys that come over plain http could be anybody's, except on this machine. */
const isIssuer = (text: string): boolean =>
  /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])/.test(text) && URL.canParse(text);

/** As addresses have it after they were read: `0x7f.1` would never be met. */
const isHost = (name: string): boolean => {
  const address = `http://${name}/`;
  const host = name.toLowerCase().replace(/:\d+$/, "");
  return !host.includes("*") && URL.canParse(address) && new URL(address).hostname === host;
};

/** How uploaded packages are looked at for malware. */
export interface MalwareSettings {
  readonly clamd?: { readonly host: string; readonly port: number } | undefined;
  /** Whether Defender for Storage looks at the data account and tells what it finds. */
  readonly defender?: boolean;
  /** For the embedded scanner: a file of signatures beside the built-in one. */
  readonly signaturesFile?: string | undefined;
}

const clamdOf = (text: string): MalwareSettings["clamd"] => {
  const [, host, port] = /^\[?([^[\]]+?)\]?:(\d{1,5})$/.exec(text) ?? [];
  return host === undefined ? undefined : { host, port: Number(port) };
};

const Settings = z.object({
  DURABLE_HUB: matching(
    /^[A-Za-z][A-Za-z0-9]{2,44}$/,
    "3 to 45 letters and digits, the first a letter, for example Offerpress",
  ),
  REGIONS: matching(
    /^ *[a-z0-9]{1,40}(?: *, *[a-z0-9]{1,40})* *$/,
    "comma-separated lower-case region names, for example westeurope,eastus",
  ).transform(names),
  DEFAULT_PROCESS: z
    .enum(processIds, { error: `one of ${processIds.join(", ")}` })
    .default("2018-01"),
  HOLIDAY_COUNTRY: matching(/^[A-Z]{2}$/, "a two-letter country code, for example US").default(
    "US",
  ),
  STRICT_IF_MATCH: z
    .enum(["true", "false"], { error: "true or false" })
    .default("false")
    .transform((text) => text === "true"),
  COMPLETE_STATUS_PUBLISHERS: z.string().default("").transform(names),
  AUTH_ISSUERS: z
    .string({ error: issuersRule })
    .transform(names)
    .refine((issuers) => issuers.length > 0 && issuers.every(isIssuer), { error: issuersRule }),
  AUTH_AUDIENCES: matching(
    /\S/,
    "comma-separated audiences as tokens name them in aud, for example https://cloudpartner.azure.com,api://offerpress",
  ).transform(names),
  AUTH_CLOCK_SKEW_SECONDS: matching(/^\d{1,3}$/, "0 to 999 seconds, for example 60")
    .default("60")
    .transform(Number),
  MALWARE_CLAMD: matching(
    /^\[?[^[\]\s]+\]?:\d{1,5}$/,
    "clamd's host:port, for example 10.0.0.4:3310",
  )
    .transform(clamdOf)
    .optional(),
  MALWARE_DEFENDER: z
    .enum(["true", "false"], { error: "true or false" })
    .default("false")
    .transform((text) => text === "true"),
  MALWARE_SIGNATURES: z.string().optional(),
  OUTBOUND_ALLOWED_HOSTS: z
    .string()
    .default("")
    .transform(names)
    .refine((hosts) => hosts.every(isHost), {
      error:
        "comma-separated hosts, each with or without a port and with nothing else, for example 127.0.0.1:10000,storage.contoso.internal",
    }),
});

/** Everything the app is told from outside. */
export interface Config {
  readonly data: StorageConnection;
  readonly regions: readonly Region[];
  readonly durableHub: string;
  readonly defaultProcess: (typeof processIds)[number];
  readonly holidayCountry: string;
  /** Whether an update of an offer without If-Match is refused. */
  readonly requireIfMatch: boolean;
  /** Publishers whose client waits for the word "complete" at the end of an operation. */
  readonly completeStatusPublishers: readonly string[];
  readonly tokens: {
    readonly issuers: readonly string[];
    readonly audiences: readonly string[];
    readonly clockSkewSeconds: number;
  };
  readonly malware: MalwareSettings;
  /** Hosts inside our network, as name or name:port, that addresses given by publishers may lead to. */
  readonly outboundAllowedHosts: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads all settings; one error names everything that is missing or wrong. */
export function readConfig(environment: Environment = process.env): Config {
  const problems: string[] = [];
  const parsed = Settings.safeParse(withoutEmpty(environment));
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0]);
    problems.push(`${name} ${environment[name] ? "must be" : "is missing:"} ${issue.message}`);
  }
  const connection = (name: string): StorageConnection => {
    const found = connectionOf(name, environment);
    if (!found) {
      problems.push(`${name} is missing: a connection string, or ${name}__accountName`);
    }
    return found ?? { connectionString: "" };
  };
  const data = connection("DATA_STORAGE");
  // Only the host reads it, for its queue triggers; without it they would be silent.
  if (!isQueueConnection("CALLBACK_STORAGE", environment)) {
    problems.push(
      "CALLBACK_STORAGE is missing: a connection string, or CALLBACK_STORAGE__accountName",
    );
  }
  // Read apart from the others, so that one wrong setting does not hide a region's missing account.
  const regionNames = Settings.shape.REGIONS.safeParse(environment["REGIONS"]);
  const regions = (regionNames.data ?? []).map((name) => ({
    name,
    storage: connection(`REGION_STORAGE_${name.toUpperCase()}`),
  }));
  if (!parsed.success || problems.length > 0) {
    throw new Error(`Settings are missing or wrong:\n${problems.map((p) => `- ${p}`).join("\n")}`);
  }
  const settings = parsed.data;
  return {
    data,
    regions,
    durableHub: settings.DURABLE_HUB,
    defaultProcess: settings.DEFAULT_PROCESS,
    holidayCountry: settings.HOLIDAY_COUNTRY,
    requireIfMatch: settings.STRICT_IF_MATCH,
    completeStatusPublishers: settings.COMPLETE_STATUS_PUBLISHERS,
    tokens: {
      issuers: settings.AUTH_ISSUERS,
      audiences: settings.AUTH_AUDIENCES,
      clockSkewSeconds: settings.AUTH_CLOCK_SKEW_SECONDS,
    },
    malware: {
      clamd: settings.MALWARE_CLAMD,
      defender: settings.MALWARE_DEFENDER,
      signaturesFile: settings.MALWARE_SIGNATURES,
    },
    outboundAllowedHosts: settings.OUTBOUND_ALLOWED_HOSTS,
  };
}

function withoutEmpty(environment: Environment): Record<string, string> {
  const present = Object.entries(environment).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  return Object.fromEntries(present);
}

const isQueueConnection = (name: string, environment: Environment): boolean =>
  ["", "__accountName", "__queueServiceUri"].some((end) => Boolean(environment[name + end]));

/** The names are those that the Functions host itself knows for a connection. */
function connectionOf(name: string, environment: Environment): StorageConnection | undefined {
  const connectionString = environment[name];
  if (connectionString) return { connectionString };
  const account = environment[`${name}__accountName`];
  const endpoint = (service: "blob" | "table") =>
    environment[`${name}__${service}ServiceUri`] ??
    (account && `https://${account}.${service}.core.windows.net`);
  const [blobEndpoint, tableEndpoint] = [endpoint("blob"), endpoint("table")];
  if (!blobEndpoint || !tableEndpoint) return undefined;
  const clientId = environment[`${name}__clientId`];
  return { blobEndpoint, tableEndpoint, ...(clientId && { clientId }) };
}
