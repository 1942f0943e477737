import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { anEntry } from "./catalogue.ts";
import { freshKey, type PortContract } from "./port-contract.ts";
import { inOnePiece } from "../../../../shared/packages/chunks.ts";

export const regionsContract: PortContract = (open) => {
  describe("regions", () => {
    it("copy a package and answer the sum of what they hold, however often", async () => {
      const { packages, regions } = open();
      const bytes = Buffer.from("a package");
      const sum = createHash("sha256").update(bytes).digest("hex");
      await packages.put(sum, inOnePiece(bytes));

      for (const region of [...regions.names, ...regions.names])
        expect(await regions.copyPackage(region, sum)).toBe(sum);
    });

    it("take an entry twice", async () => {
      const { regions } = open();
      const entry = anEntry(freshKey(), 1);
      for (const region of regions.names) {
        await regions.copyEntry(region, entry);
        await regions.copyEntry(region, entry);
      }
    });
  });
};
