/** Where the host and the app's own log calls end up; categories follow the official host's. */
export type HostLog = (level: LogLevel, category: string, message: string) => void;

/** The official levels, least severe first. */
export type LogLevel = "trace" | "debug" | "information" | "warning" | "error" | "critical";
