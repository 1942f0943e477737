import type { HostLog } from "../functions-host/host-log.ts";
import type { Screen } from "./screen.ts";

const shown = new Set(["warning", "error", "critical"]);

/** What started, and everything that is wrong; the app's own chatter stays out of the step list. */
export const loudLog =
  (screen: Screen): HostLog =>
  (level, category, message) => {
    if (shown.has(level)) screen.line(screen.style.yellow(`${level} ${category}: ${message}`));
    else if (level === "information" && category === "start")
      screen.line(screen.style.dim(message));
  };
