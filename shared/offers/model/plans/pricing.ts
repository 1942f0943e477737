import { z } from "zod";
import { fieldsOf } from "../notes.ts";

const field = fieldsOf("SKUs");
const amount = z.number().nonnegative().max(1_000_000_000);

/** Amounts by currency, by country, or one for all; old clients wrap them in a multiplier. */
const Prices: z.ZodType = z.looseObject({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  single: amount.optional(),
  individually: z.record(z.string(), amount).optional(),
  multiplier: z.looseObject({}).optional(),
});

export const pricing = (label: string, what: string): z.ZodType =>
  field(Prices, {
    label,
    need: "optional",
    what: `${what} A published price can be lowered and never raised.`,
    form: 'an object such as {"currency":"USD","single":49.0} or {"individually":{"US":49.0}} of amounts from 0 on',
    example: { currency: "USD", single: 49 },
  });
