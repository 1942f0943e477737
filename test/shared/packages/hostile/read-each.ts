import { open } from "node:fs/promises";
import process from "node:process";
import { peakMemory } from "../../../support/peak-memory.ts";
import { readPackage } from "../../../../shared/packages/read-package.ts";

/** What reading one archive came to, and the most memory this process has had until then. */
export interface Refusal {
  rules: string[];
  ms: number;
  peakBytes: number;
}

// Reads the archives named, one after the other, and prints a line of JSON about each.
await readPackage(new Uint8Array());
console.log(peakMemory());
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
  const refusal: Refusal = { rules, ms: performance.now() - begun, peakBytes: peakMemory() };
  console.log(JSON.stringify(refusal));
  await file.close();
}
