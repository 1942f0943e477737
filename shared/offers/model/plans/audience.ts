import { z } from "zod";
import { fileForm, fileReference } from "../formats.ts";
import { fieldsOf } from "../notes.ts";

const field = fieldsOf("SKUs", "plan-audience");

/** Who may see a private plan; the entries are looked at one by one elsewhere. */
export const restrictedAudience = field(
  z.looseObject({
    manualEntries: field(z.array(z.looseObject({ id: z.unknown() })), {
      label: "Private audience",
      need: "optional",
      what: "Subscriptions, typed in.",
      form: "a list of at most ten objects with type, id and description",
      fix: "Enter each subscription's GUID as id.",
      example: [{ type: "subscriptionId", id: "3f0a7c52-9a4e-4b58-8a57-1f2d6f0b8c11" }],
    }),
    uploadedCsvUri: field(fileReference, {
      label: "Private audience file",
      need: "optional",
      what: "Subscriptions in a CSV file with the header Type,Id,Description and at most 20000 rows.",
      form: `a CSV file: ${fileForm}`,
      fix: "Upload it as an asset of kind audience.",
      file: { kind: "audience" },
    }),
  }),
  {
    label: "Restricted audience",
    need: "optional",
    what: "Makes the plan private: only these subscriptions see it once it is live. A public plan can never become private.",
    form: "an object with manualEntries or uploadedCsvUri",
    fix: "Keep the list or the CSV file.",
  },
);
