import { bareHost } from "./bare-host.ts";

/** The port a web address without one means. */
const usualPort = (protocol: string): string => (protocol === "http:" ? "80" : "443");

/** IPv6 stands in brackets in addresses, and without them where connections are made. */
const withoutBrackets = (name: string): string =>
  name.toLowerCase().replace(/^\[(.*)\](:\d+)?$/, "$1$2");

/** Hosts, or `host:port`, that the operator lets us call wherever they lead and without encryption. */
export class AllowedHosts {
  readonly #names: ReadonlySet<string>;

  constructor(names: readonly string[]) {
    this.#names = new Set(names.map(withoutBrackets));
  }

  has({ protocol, hostname, port }: Pick<URL, "protocol" | "hostname" | "port">): boolean {
    const host = bareHost(hostname.toLowerCase());
    const isNamed = (name: string) => this.#names.has(name);
    return isNamed(host) || isNamed(`${host}:${port === "" ? usualPort(protocol) : port}`);
  }
}
