import type { Finding } from "../findings/finding.ts";
import { SecretScan } from "./secret-scan.ts";

/** Secrets in all files, whatever they are called. */
export function checkSecrets(files: readonly { path: string; bytes: Uint8Array }[]): Finding[] {
  return files.flatMap(({ path, bytes }) => {
    const scan = new SecretScan(path);
    scan.push(bytes);
    return scan.end();
  });
}
