/** The port a web address without one means. */
const usualPort = (protocol: string): string => (protocol === "http:" ? "80" : "443");

/** Hosts, or `host:port`, that the operator lets us call wherever they lead and without encryption. */
export class AllowedHosts {
  readonly #names: ReadonlySet<string>;

  constructor(names: readonly string[]) {
    this.#names = new Set(names.map((name) => name.toLowerCase()));
  }

  has({ protocol, hostname, port }: Pick<URL, "protocol" | "hostname" | "port">): boolean {
    const host = hostname.toLowerCase();
    const isNamed = (name: string) => this.#names.has(name);
    return isNamed(host) || isNamed(`${host}:${port === "" ? usualPort(protocol) : port}`);
  }
}
