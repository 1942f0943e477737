import type { z } from "zod";
import { mailAddress, mailAddressForm, text, webAddress, webAddressForm } from "./formats.ts";
import { fieldsOf } from "./notes.ts";

const field = fieldsOf("Support");

const contact = (who: string, what: string): Record<"Name" | "Email" | "Phone", z.ZodType> => ({
  Name: field(text(200), { label: `${who} contact name`, need: "required", what }),
  Email: field(mailAddress, {
    label: `${who} contact email`,
    need: "required",
    what,
    form: mailAddressForm,
  }),
  Phone: field(text(100), { label: `${who} contact phone`, need: "recommended", what }),
});

const engineering = contact("Engineering", "Gets technical mail and what the reviewers say.");
const support = contact("Support", "Gets what customers ask.");

/** Whom to ask. */
export const supportFields = {
  engineeringContactName: engineering.Name,
  engineeringContactEmail: engineering.Email,
  engineeringContactPhone: engineering.Phone,
  supportContactName: support.Name,
  supportContactEmail: support.Email,
  supportContactPhone: support.Phone,
  publicAzureSupportUrl: field(webAddress, {
    label: "Support URL",
    need: "recommended",
    what: "Where customers of public Azure find help.",
    form: webAddressForm,
  }),
  fairfaxSupportUrl: field(webAddress, {
    label: "Azure Government support URL",
    need: "optional",
    what: "Where customers of Azure Government find help; needed when a plan is offered there.",
    form: webAddressForm,
  }),
};
