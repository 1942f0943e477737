import { readFileSync } from "node:fs";
import process from "node:process";

/**
 * The most memory this process has had, in bytes. What the system counts for a process starts at
 * what its parent had, so Linux is asked for the program's own.
 */
export function peakMemory(): number {
  try {
    const own = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"));
    if (own) return 1024 * Number(own[1]);
  } catch {
    // Not on Linux.
  }
  return 1024 * process.resourceUsage().maxRSS;
}
