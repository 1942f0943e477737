import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/** Where a program of this name keeps its data when nobody says otherwise. */
export function defaultDataFolder(
  name: string,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  const stateHome = environment["XDG_STATE_HOME"];
  // The XDG rules say to ignore a relative path.
  const root = stateHome && isAbsolute(stateHome) ? stateHome : join(homedir(), ".local", "state");
  return join(root, name);
}
