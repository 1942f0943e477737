import { z } from "zod";

/** A lead as CPP destinations receive it; every field may be missing. */
const LeadPayload = z.object({
  ActionCode: z.string().optional(),
  OfferTitle: z.string().optional(),
  LeadSource: z.string().optional(),
  UserDetails: z.object({
    Company: z.string().optional(),
    Country: z.string().optional(),
    Email: z.string().optional(),
    FirstName: z.string().optional(),
    LastName: z.string().optional(),
    Phone: z.string().optional(),
    Title: z.string().optional(),
  }),
});

/** A payload under the id that makes sending it twice one row: letters, digits, `.`, `_` and `-` only. */
export const Lead = z.object({
  leadId: z.string().regex(/^[A-Za-z0-9._-]{1,200}$/),
  createdAt: z.iso.datetime(),
  payload: LeadPayload,
});
export type Lead = z.infer<typeof Lead>;
