const services = ["Blob", "Queue", "Table"] as const;

/** Where the local storage listens, a line per service. */
export function storageLines(accounts: ReadonlyMap<string, string>): string[] {
  const [first = ""] = accounts.values();
  const endpoints = new Map(
    first.split(";").map((part) => {
      const [name = "", ...value] = part.split("=");
      return [name, value.join("=")] as const;
    }),
  );
  const names = [...accounts.keys()].join(", ");
  return services.flatMap((service) => {
    const endpoint = endpoints.get(`${service}Endpoint`);
    if (endpoint === undefined) return [];
    return [`${service.toLowerCase()}s`.padEnd(11) + `${new URL(endpoint).origin} (${names})`];
  });
}
