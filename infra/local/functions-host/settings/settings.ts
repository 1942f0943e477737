import type { TokenCredential } from "@azure/identity";
import { azureCredential } from "./azure-credential.ts";

export type StorageService = "blob" | "queue" | "table";

/** How to reach one storage service: by connection string, or by address and identity. */
export type Connection =
  { connectionString: string } | { endpoint: string; credential: TokenCredential };

/** Thrown when a setting that a function or host.json names is not there. */
export class MissingSetting extends Error {
  override readonly name = "MissingSetting";
}

const developmentStorage = "UseDevelopmentStorage=true";

/** Looks settings up as the official host does: names ignore case, `:` and `__` are the same. */
export class Settings {
  readonly #values = new Map<string, { name: string; value: string }>();
  readonly #accounts: ReadonlyMap<string, string>;

  /**
   * `env` is usually process.env, after local.settings.json has been added to it; `accounts` are
   * those of the local storage by name: an identity connection to one of them stays local.
   */
  constructor(
    env: Readonly<Record<string, string | undefined>>,
    accounts: ReadonlyMap<string, string> = new Map<string, string>(),
    connectionStrings: Readonly<Record<string, string>> = {},
  ) {
    this.#accounts = accounts;
    for (const [name, value] of Object.entries(connectionStrings)) {
      this.#set(`ConnectionStrings:${name}`, value);
    }
    for (const [name, value] of Object.entries(env)) {
      if (value !== undefined) this.#set(name, value);
    }
  }

  get(name: string): string | undefined {
    return this.#values.get(key(name))?.value;
  }

  /** Every setting whose name starts with a prefix: the rest of its name, and its value. */
  under(prefix: string): { name: string; value: string }[] {
    return [...this.#values.values()]
      .filter(({ name }) => key(name).startsWith(key(prefix)))
      .map(({ name, value }) => ({ name: name.slice(prefix.length), value }));
  }

  /** Replaces every `%NAME%`; a missing setting is an error that names it. */
  resolve(text: string): string {
    return text.replace(/%([^%]*)%/g, (_whole, name: string) => {
      const value = this.get(name);
      if (value !== undefined) return value;
      throw new MissingSetting(`'%${name}%' does not resolve to a value: set the setting ${name}.`);
    });
  }

  /** What a binding's `connection` means; an empty or missing name means AzureWebJobsStorage. */
  connection(name: string | undefined, service: StorageService): Connection {
    const wanted = this.resolve(name === undefined || name === "" ? "Storage" : name);
    const text =
      (name ? this.get(wanted) : undefined) ??
      this.get(`AzureWebJobs${wanted}`) ??
      this.get(`ConnectionStrings:${wanted}`);
    if (text) return { connectionString: this.#local(text) };
    const identity =
      this.#identity(wanted, service) ?? this.#identity(`AzureWebJobs${wanted}`, service);
    if (identity) return identity;
    const shown = name ? wanted : "AzureWebJobsStorage";
    throw new MissingSetting(
      `Storage connection '${shown}' does not exist: set ${shown} to a connection string, ` +
        `or ${shown}__accountName or ${shown}__${service}ServiceUri.`,
    );
  }

  #set(name: string, value: string): void {
    this.#values.set(key(name), { name, value });
  }

  #local(connectionString: string): string {
    if (connectionString !== developmentStorage) return connectionString;
    return this.#accounts.get("runtime") ?? connectionString;
  }

  #identity(name: string, service: StorageService): Connection | undefined {
    const account = this.get(`${name}:accountName`);
    const endpoint =
      this.get(`${name}:${service}ServiceUri`) ??
      (service === "blob" ? this.get(`${name}:serviceUri`) : undefined) ??
      (account ? `https://${account}.${service}.core.windows.net` : undefined);
    if (!endpoint) return undefined;
    const host = URL.canParse(endpoint) ? new URL(endpoint).hostname : "";
    const local = this.#accounts.get(account ?? host.split(".")[0] ?? "");
    if (local) return { connectionString: local };
    const credential = azureCredential({
      kind: this.get(`${name}:credential`),
      clientId: this.get(`${name}:clientId`),
    });
    return { endpoint, credential };
  }
}

function key(name: string): string {
  return name.replaceAll("__", ":").toLowerCase();
}
