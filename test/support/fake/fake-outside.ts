import type { Lead } from "../../../shared/leads/lead.ts";
import type { LeadSettings } from "../../../shared/offers/model/leads/lead-configurations.ts";
import type { LeadDestinations } from "../../../shared/ports/outside.ts";
import type { Regions } from "../../../shared/ports/files.ts";

/** Two regions; a name in `away` is unreachable. */
export interface FakeRegions extends Regions {
  readonly away: Set<string>;
  /** What each region holds, as `region/sha256` and `region/publisher/offer`. */
  readonly held: Set<string>;
  /** Regions whose copies come back damaged. */
  readonly damaging: Set<string>;
}

export function fakeRegions(): FakeRegions {
  const away = new Set<string>();
  const held = new Set<string>();
  const damaging = new Set<string>();
  const reach = (region: string) => {
    if (away.has(region)) throw new Error(`${region} does not answer`);
  };
  return {
    names: ["westeurope", "eastus"],
    away,
    held,
    damaging,
    copyPackage: async (region, sha256) => {
      reach(region);
      held.add(`${region}/${sha256}`);
      return damaging.has(region) ? "0".repeat(64) : sha256;
    },
    copyEntry: async (region, entry) => {
      reach(region);
      held.add(`${region}/${entry.publisherId}/${entry.offerId}`);
    },
  };
}

/** A lead destination; `refuse` says why it takes nothing. */
export interface FakeLeads extends LeadDestinations {
  readonly sent: { settings: LeadSettings; lead: Lead }[];
  refuse?: string;
}

export function fakeLeads(): FakeLeads {
  const leads: FakeLeads = {
    sent: [],
    send: async (settings, lead) => {
      if (leads.refuse !== undefined) return { ok: false, reason: leads.refuse };
      leads.sent.push({ settings, lead });
      return { ok: true };
    },
  };
  return leads;
}
