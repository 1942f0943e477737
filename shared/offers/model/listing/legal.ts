import { z } from "zod";
import { text, webAddress, webAddressForm } from "../formats.ts";
import { fieldsOf } from "../notes.ts";

const field = fieldsOf("Marketplace");

/** What customers agree to. */
export const legalFields = {
  privacyURL: field(webAddress, {
    label: "Privacy policy URL",
    need: "required",
    what: "Your privacy policy.",
    form: webAddressForm,
    example: "https://ledger.contoso.example/privacy",
  }),
  termsOfUse: field(text(100_000), {
    label: "Terms of use",
    need: "optional",
    what: "What customers accept; needed unless the standard contract is used.",
    form: "text of at most 100000 characters",
  }),
  useEnterpriseContract: field(z.boolean(), {
    label: "Standard contract",
    need: "optional",
    what: "Whether the marketplace's standard contract takes the place of own terms; there is no way back once it is live.",
    form: "true or false",
  }),
  customAmendments: field(z.looseObject({}), {
    label: "Amendments",
    need: "optional",
    what: "Changes to the standard contract; kept as they are.",
    form: "an object",
  }),
};
