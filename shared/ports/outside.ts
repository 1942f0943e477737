import type { Lead } from "../leads/lead.ts";
import type { LeadSettings } from "../offers/model/leads/lead-configurations.ts";

/** What a scanner that looks by itself has to say, as it comes in. */
export interface MalwareResults {
  /** Keeps a result; false when the message is none. */
  receive(message: unknown): Promise<boolean>;
}

/** The settings of one kind of lead destination. */
export type SettingsOf<Kind extends LeadSettings["kind"]> = Extract<
  LeadSettings,
  { kind: Kind }
>["configuration"];

/** Where publishers want their leads. */
export interface LeadDestinations {
  /** Creates what it needs and delivers the lead; a refusal is a value, an outage of storage is thrown. */
  send(settings: LeadSettings, lead: Lead): Promise<{ ok: true } | { ok: false; reason: string }>;
}

/** The description of the API and its viewer, as the build left them. */
export interface Documentation {
  read(name: string): Promise<Uint8Array>;
}
