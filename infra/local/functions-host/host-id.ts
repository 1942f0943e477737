import type { Settings } from "./settings/settings.ts";

const longest = 32;

/** The name under which this app's hosts keep receipts and schedules in storage. */
export function hostId(settings: Settings): string {
  const given = settings.get("AzureFunctionsWebHost__hostid");
  if (given) return given;
  const site = settings.get("WEBSITE_SITE_NAME") ?? "local";
  return site.toLowerCase().slice(0, longest).replace(/-+$/, "");
}
