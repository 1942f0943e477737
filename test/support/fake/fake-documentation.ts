import type { Documentation } from "../../../shared/ports/outside.ts";

/** The description is made at once; of the viewer's files only the names count. */
export const fakeDocumentation: Documentation = {
  read: async (name) => {
    if (name !== "openapi.json") return Buffer.from(`contents of ${name}`);
    // Late: few tests ask for it.
    const { apiDescription } =
      await import("../../../functions/http/description/api-description.ts");
    return Buffer.from(JSON.stringify(apiDescription()));
  },
};
