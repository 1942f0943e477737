/** The resources, in the order a newcomer meets them. */
export const tags = {
  Publishers: "Companies and teams that own offers, and who may act for them.",
  Offers: "Offer documents: the draft, frozen versions, slots and history.",
  Assets: "Packages, logos and other files that an offer document refers to.",
  Publishing: "Checking, publishing, signing off and cancelling an offer, and where it stands.",
  Reviews: "What the reviewers said.",
  Processes: "The publishing tables.",
  Catalogue: "What customers see, live and in preview.",
  Operation: "For those who operate this marketplace.",
  Documentation: "This description.",
} as const;
export type Tag = keyof typeof tags;

/** What holds for the whole API. */
export const introduction = `
Publishes Azure application offers. The addresses under \`/api/publishers\` and \`/api/operations\`
speak the dialect of the Cloud Partner Portal API, so that clients written for it work unmodified;
what is ours stands beside them.

**A release in short.** Ask for an asset (\`POST …/assets\`), upload the file to the address in the
answer, and write the offer document that refers to it (\`PUT …/offers/{offerId}\`). Check it
(\`POST …/validate\`), publish it (\`POST …/publish\`), and look at \`GET …/status\` until its status is
\`waitingForPublisherReview\`. Look at the preview, then sign off with \`POST …/golive\`.

**api-version.** Operations of the dialect need \`?api-version=2017-10-31\`; others do not, but accept it.

**Tokens.** Send \`Authorization: Bearer TOKEN\` with a JWT of an identity provider that this
marketplace trusts. Each operation says who may call it: owners and contributors are users of the
publisher in the address; reviewer and operator are roles in the token.

**Orders take time.** Publish, golive and cancel answer 202 with \`Location\` and
\`Operation-Location\`, both the same path on this host: the operation to ask about.

**Changing what you read.** An offer and its status carry an \`ETag\`. Send it as \`If-Match\` with an
update, so that nobody's change is lost, and as \`If-None-Match\` with the status, to be
answered 304 while nothing changes.

**Sending again.** Every POST takes an \`Idempotency-Key\`. The same request under the same key within a day is
answered as before and not done again.

**Errors** are \`{"error": {"code", "message", "target"?, "details"?}}\`. The codes are a closed list;
the message says what to do. A 4xx will be refused again until the request is changed.

**Correlation.** Every answer carries \`x-ms-correlation-request-id\`: the id that you sent under
this name, or one of ours. The log knows the request by it.
`.trim();
