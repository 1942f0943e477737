import { z } from "zod";

const address = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/;
const emails = "notification-emails";

/** The body that publish, golive and cancel may have. */
export const OrderBody = z.looseObject({
  metadata: z
    .looseObject({
      [emails]: z
        .string({ error: "must be text: addresses, separated by commas" })
        .max(2000, { error: "must have at most 2000 characters" })
        .refine((text) => addressesOf(text).every((one) => address.test(one)), {
          error:
            "must hold e-mail addresses, separated by commas, such as releases@contoso.example",
        })
        .optional(),
    })
    .nullish(),
});
export type OrderBody = z.infer<typeof OrderBody>;

/** The addresses as one comma-separated text; undefined when the body names none. */
export function emailsOf(body: OrderBody): string | undefined {
  const text = body.metadata?.[emails];
  return typeof text === "string" ? addressesOf(text).join(",") : undefined;
}

const addressesOf = (text: string): readonly string[] =>
  text.split(/[,;]/).flatMap((part) => part.trim() || []);
