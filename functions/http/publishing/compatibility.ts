import { Compatibility } from "../../../shared/identity/publisher.ts";
import type { Shell } from "../../shell.ts";

/** What a publisher's clients expect: as its entry says, or as the settings say for all time. */
export async function compatibilityOf(
  { ports, settings }: Shell,
  publisherId: string,
): Promise<Compatibility> {
  const publisher = await ports.publishers.read(publisherId);
  const compatibility = publisher?.compatibility ?? Compatibility.parse({});
  return settings.completeStatusPublishers.includes(publisherId)
    ? { ...compatibility, terminalStatus: "complete" }
    : compatibility;
}
