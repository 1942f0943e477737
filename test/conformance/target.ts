import type { ConformanceTarget, TargetOptions } from "./conformance-target.ts";
import { startLocalTarget } from "./local-target.ts";

/** The host under test: CONFORMANCE_URL (for scaled timers CONFORMANCE_SCALED_URL), or our own. */
export async function openTarget(options: TargetOptions = {}): Promise<ConformanceTarget> {
  const url = process.env[options.scaled ? "CONFORMANCE_SCALED_URL" : "CONFORMANCE_URL"];
  if (url === undefined) return await startLocalTarget(options);
  const code = process.env["CONFORMANCE_CODE"];
  const base = url.replace(/\/$/, "");
  // Without it the durable library's client, used by these tests too, goes to port 7071.
  process.env["WEBSITE_HOSTNAME"] = new URL(base).host;
  return {
    durableUrl: `${base}/runtime/webhooks/durabletask`,
    url: base,
    ...(code !== undefined && { code }),
    official: true,
    stop: () => Promise.resolve(),
  };
}

/** Whether cases with scaled timers can be run. */
export const hasScaledTarget =
  process.env["CONFORMANCE_URL"] === undefined ||
  process.env["CONFORMANCE_SCALED_URL"] !== undefined;
