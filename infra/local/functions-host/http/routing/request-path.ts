import { Buffer, isUtf8 } from "node:buffer";

/** The path of a raw request target as the official front sees it; undefined means 400. */
export function requestPath(target: string): string | undefined {
  const path = (target.split("?", 1)[0] ?? "").replace(/^https?:\/\/[^/]*/i, "") || "/";
  if (/[^\x21-\x7e]/.test(path)) return undefined;
  const decoded = decodePath(path);
  return decoded.includes("\0") ? undefined : removeDotSegments(decoded);
}

// An encoded slash stays encoded, and so does what is not UTF-8: neither may change the segments.
function decodePath(path: string): string {
  return path.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
    run
      .split(/(%2f)/i)
      .map((part) => (/^%2f$/i.test(part) ? part : decodeRun(part)))
      .join(""),
  );
}

function decodeRun(run: string): string {
  const bytes = Buffer.from(run.replaceAll("%", ""), "hex");
  return isUtf8(bytes) ? bytes.toString("utf8") : run;
}

function removeDotSegments(path: string): string {
  if (!path.includes("/.")) return path;
  const kept: string[] = [];
  const segments = path.split("/").slice(1);
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    if (segment === "..") kept.pop();
    else if (segment !== ".") kept.push(segment);
    if (isLast && (segment === "." || segment === "..")) kept.push("");
  }
  return `/${kept.join("/")}`;
}
