import type { ConformanceTarget, TargetOptions } from "./conformance-target.ts";
import { startLocalTarget } from "./local-target.ts";

const runId = Date.now().toString(36);

/** The host under test: CONFORMANCE_URL (for scaled timers CONFORMANCE_SCALED_URL), or our own. */
export async function openTarget(options: TargetOptions = {}): Promise<ConformanceTarget> {
  const url = process.env[options.scaled ? "CONFORMANCE_SCALED_URL" : "CONFORMANCE_URL"];
  if (url === undefined) return await startLocalTarget(options);
  const rpcUrl = options.scaled ? undefined : process.env["CONFORMANCE_RPC_URL"];
  const code = process.env["CONFORMANCE_CODE"];
  const base = url.replace(/\/$/, "");
  // Without it the durable library's client, used by these tests too, goes to port 7071.
  process.env["WEBSITE_HOSTNAME"] = new URL(base).host;
  return {
    durableUrl: `${base}/runtime/webhooks/durabletask`,
    url: base,
    ...(code !== undefined && { code }),
    ...(rpcUrl !== undefined && { rpcUrl }),
    official: true,
    idPrefix: `${runId}-`,
    stop: () => Promise.resolve(),
  };
}

/** Whether cases with scaled timers can be run. */
export const hasScaledTarget =
  process.env["CONFORMANCE_URL"] === undefined ||
  process.env["CONFORMANCE_SCALED_URL"] !== undefined;

/** Whether the host's loopback address for the durable library can be reached. */
export const hasLoopbackTarget =
  process.env["CONFORMANCE_URL"] === undefined || process.env["CONFORMANCE_RPC_URL"] !== undefined;
