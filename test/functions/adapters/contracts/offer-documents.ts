import { describe, expect, it } from "vitest";
import { freshKey, type PortContract } from "./port-contract.ts";

export const offerDocumentsContract: PortContract = (open) => {
  describe("offer documents", () => {
    it("have no draft before one is written", async () => {
      expect(await open().documents.readDraft(freshKey())).toBeUndefined();
    });

    it("give back the draft with the ETag of its last write", async () => {
      const { documents } = open();
      const key = freshKey();
      await documents.writeDraft(key, { n: 1 }, "none");
      const etag = await documents.writeDraft(key, { n: 2, text: "Zoë" }, undefined);

      expect(await documents.readDraft(key)).toEqual({ value: { n: 2, text: "Zoë" }, etag });
    });

    it("create only once when asked to create", async () => {
      const { documents } = open();
      const key = freshKey();
      await documents.writeDraft(key, { n: 1 }, "none");

      expect(await documents.writeDraft(key, { n: 2 }, "none")).toBeUndefined();
      expect((await documents.readDraft(key))?.value).toEqual({ n: 1 });
    });

    it("refuse to write over a draft that changed meanwhile", async () => {
      const { documents } = open();
      const key = freshKey();
      const first = await documents.writeDraft(key, { n: 1 }, "none");
      const second = await documents.writeDraft(key, { n: 2 }, first);

      expect(await documents.writeDraft(key, { n: 3 }, first)).toBeUndefined();
      expect(await documents.writeDraft(key, { n: 3 }, second)).toBeDefined();
    });

    it("keep a frozen version as it was frozen first", async () => {
      const { documents } = open();
      const key = freshKey();
      await documents.freeze(key, 1, { n: 1 });
      await documents.freeze(key, 1, { n: 2 });

      expect(await documents.readVersion(key, 1)).toEqual({ n: 1 });
      expect(await documents.readVersion(key, 2)).toBeUndefined();
    });
  });
};
