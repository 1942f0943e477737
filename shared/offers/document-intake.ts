import type { Refusal, RefusalDetail } from "../publishing/refusal.ts";
import type { JsonObject } from "./json-fields.ts";
import { contentOf } from "./document-content.ts";
import { OfferDocument } from "./offer-document.ts";
import type { OfferKey } from "./offer-key.ts";

type Intake =
  | { readonly ok: true; readonly document: JsonObject }
  | { readonly ok: false; readonly refusal: Refusal };

const refuse = (details: readonly RefusalDetail[]): Intake => ({
  ok: false,
  refusal: {
    kind: "invalid",
    code: "InvalidOfferDocument",
    message: details.map((detail) => detail.message).join(" "),
    details,
  },
});

const disagreement = (target: string, said: string | undefined, url: string): RefusalDetail[] =>
  said === undefined || said === url
    ? []
    : [
        {
          code: "IdentifierMismatch",
          target,
          message: `The document's ${target} is "${said}", its address says "${url}"; they must be the same.`,
        },
      ];

/** Takes a document for storage: of the right shape, under its own name, without what the server sets. */
export function takeDocument(body: unknown, key: OfferKey): Intake {
  const parsed = OfferDocument.safeParse(body);
  if (!parsed.success) {
    return refuse(
      parsed.error.issues.map((issue) => {
        const target = issue.path.join(".") || "document";
        return { code: "InvalidField", target, message: `${target}: ${issue.message}.` };
      }),
    );
  }
  const details = [
    ...disagreement("id", parsed.data.id, key.offerId),
    ...disagreement("publisherId", parsed.data.publisherId, key.publisherId),
  ];
  if (details.length > 0) return refuse(details);
  const content = contentOf(parsed.data);
  return {
    ok: true,
    document: { ...content, id: key.offerId, publisherId: key.publisherId },
  };
}
