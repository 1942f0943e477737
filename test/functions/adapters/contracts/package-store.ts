import { describe, expect, it } from "vitest";
import { freshKey, type PortContract } from "./port-contract.ts";
import { inOnePiece } from "../../../../shared/packages/chunks.ts";
import { heldTo, OtherSum } from "../../../../shared/packages/held-to.ts";

const inAnHour = () => new Date(Date.now() + 3_600_000);

export const packageStoreContract: PortContract = (open) => {
  describe("the package store", () => {
    it("gives back the bytes under their sum, however often they are put", async () => {
      const { packages } = open();
      const sum = "c".repeat(64);
      await packages.put(sum, inOnePiece(Uint8Array.of(1, 2, 3)));
      await packages.put(sum, inOnePiece(Uint8Array.of(1, 2, 3)));

      expect([...((await (await packages.open(sum))?.read(1, 2)) ?? [])]).toEqual([2, 3]);
      expect(await packages.open("d".repeat(64))).toBeUndefined();
    });

    it("keeps nothing of bytes that turn out to be others", async () => {
      const { packages } = open();
      const [sum, other] = ["e".repeat(64), "f".repeat(64)];
      const chunks = inOnePiece(Uint8Array.of(1, 2, 3));

      await expect(packages.put(sum, heldTo(chunks, other))).rejects.toThrow(OtherSum);
      expect(await packages.open(sum)).toBeUndefined();
    });

    it("links to a package for a while", async () => {
      const link = new URL(await open().packages.link("c".repeat(64), inAnHour()));

      expect(link.pathname).toContain(`${"c".repeat(64)}.zip`);
      expect(link.searchParams.get("sig")).toBeTruthy();
    });

    it("keeps the newest report of a name", async () => {
      const { packages } = open();
      const name = `${freshKey().offerId}/1/certification.json`;
      await packages.writeReport(name, { findings: [1] });
      await packages.writeReport(name, { findings: [] });

      expect(await packages.readReport(name)).toEqual({ findings: [] });
      expect(await packages.readReport("unknown.json")).toBeUndefined();
    });
  });

  describe("uploads", () => {
    it("signs an address for one blob", async () => {
      const blob = `contoso/${freshKey().offerId}/a1/app.zip`;
      const url = new URL(await open().uploads.sign(blob, inAnHour()));

      expect(url.pathname).toContain(blob);
      expect(url.searchParams.get("sig")).toBeTruthy();
    });

    it("have nothing where nothing was uploaded", async () => {
      expect(await open().uploads.read("contoso/none/a1/app.zip")).toBeUndefined();
    });
  });
};
