import { z } from "zod";
import type { Refusal, RefusalDetail } from "../publishing/refusal.ts";
import type { JsonObject } from "./json-fields.ts";
import { contentOf } from "./document-content.ts";
import { OfferDocument } from "./offer-document.ts";
import type { OfferKey } from "./offer-key.ts";

type Intake =
  | { readonly ok: true; readonly document: JsonObject }
  | { readonly ok: false; readonly refusal: Refusal };

const mostDetails = 100;
/** Lists of offers show these two, and a list has rows of limited size. */
const mostCharacters = { displayText: 1000, offerTypeId: 100 } as const;

const refuse = (details: readonly RefusalDetail[]): Intake => ({
  ok: false,
  refusal: {
    kind: "invalid",
    code: "InvalidOfferDocument",
    message: messageOf(details),
    target: details[0]?.target ?? "document",
    details: details.slice(0, mostDetails),
  },
});

function messageOf(details: readonly RefusalDetail[]): string {
  const said = details.slice(0, 3).map(({ message }) => message);
  const more = details.length - said.length;
  return [...said, ...(more > 0 ? [`${String(more)} more are wrong.`] : [])].join(" ");
}

const tooLong = (target: string, text: string | undefined, most: number): RefusalDetail[] =>
  text === undefined || text.length <= most
    ? []
    : [
        {
          code: "InvalidField",
          target,
          message: `${target}: must have at most ${String(most)} characters. Shorten it.`,
        },
      ];

const disagreement = (target: string, said: string | undefined, url: string): RefusalDetail[] =>
  said === undefined || said === url
    ? []
    : [
        {
          code: "IdentifierMismatch",
          target,
          message: `The document's ${target} is "${shown(said)}", its address says "${url}"; they must be the same.`,
        },
      ];

/** Some clients send a GUID of their own as the id; it is theirs to keep. */
const isGuid = (id: string | undefined): boolean => z.guid().safeParse(id).success;

const shown = (id: string): string => id.slice(0, 60).replace(/[^\x20-\x7e]/g, "?");

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
    ...(isGuid(parsed.data.id) ? [] : disagreement("id", parsed.data.id, key.offerId)),
    ...disagreement("publisherId", parsed.data.publisherId, key.publisherId),
    ...tooLong("offerTypeId", parsed.data.offerTypeId, mostCharacters.offerTypeId),
    ...tooLong(
      "definition.displayText",
      parsed.data.definition.displayText,
      mostCharacters.displayText,
    ),
  ];
  if (details.length > 0) return refuse(details);
  const content = contentOf(parsed.data);
  return {
    ok: true,
    document: {
      ...content,
      id: isGuid(parsed.data.id) ? parsed.data.id : key.offerId,
      publisherId: key.publisherId,
    },
  };
}
