import { open } from "node:fs/promises";
import process from "node:process";
import { peakMemory } from "../../../support/peak-memory.ts";
import { readPackage } from "../../../../shared/packages/read-package.ts";

/** What reading one archive came to, and how far the memory has ever been above that at the start. */
export interface Refusal {
  rules: string[];
  ms: number;
  extraBytes: number;
}

// Reads the archives named, one after the other, and prints a line of JSON about each.
await readPackage(new Uint8Array());
const startBytes = peakMemory();
for (const path of process.argv.slice(2)) {
  const file = await open(path);
  const { size } = await file.stat();
  const begun = performance.now();
  const reading = await readPackage({
    size,
    read: async (offset, length) => {
      const bytes = new Uint8Array(length);
      await file.read(bytes, 0, length, offset);
      return bytes;
    },
  });
  const rules = reading.ok ? [] : reading.findings.map(({ ruleId }) => ruleId);
  const extraBytes = peakMemory() - startBytes;
  const refusal: Refusal = { rules, ms: performance.now() - begun, extraBytes };
  console.log(JSON.stringify(refusal));
  await file.close();
}
