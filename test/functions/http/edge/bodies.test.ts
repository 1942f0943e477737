import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readOffer } from "../../../../functions/http/offers/read-offer.ts";
import { writeOffer } from "../../../../functions/http/offers/write-offer.ts";
import { anOfferDocument } from "../../../support/an-offer-document.ts";
import { testShell } from "../../test-shell.ts";
import { send } from "./send.ts";

const mebibyte = 1024 * 1024;
const put = (body: string | Uint8Array, headers: Record<string, string> = {}) => {
  const { shell } = testShell();
  return send(writeOffer(shell), "PUT", { bytes: Buffer.from(body), headers });
};

/** A document of exactly so many bytes. */
function documentOf(size: number, filler = "x"): string {
  const bare = JSON.stringify(anOfferDocument({ fields: { filler: "" } }));
  return bare.replace('"filler":""', `"filler":"${filler.repeat(size - bare.length)}"`);
}

describe("the size of a body", () => {
  it("may be a mebibyte", async () => {
    expect((await put(documentOf(mebibyte))).status).toBe(200);
  });

  it("may not be a byte more", async () => {
    const answer = await put(documentOf(mebibyte + 1));

    expect(answer.status).toBe(413);
    expect(answer.body.error).toMatchObject({ code: "RequestTooLarge", target: "body" });
  });

  it("is refused as declared, before anything is read", async () => {
    const answer = await put("", { "content-length": String(mebibyte + 1) });

    expect(answer.status).toBe(413);
  });
});

describe("a body that would not be kept as it is", () => {
  it.each([
    ["a repeated key", '{"definition":{"offer":{"a":1,"a":2}}}', "definition.offer", "twice"],
    ["a repeated empty key", '{"definition":{},"":1,"":1}', "body", "twice"],
    [
      "too large a number",
      '{"definition":{"offer":{"n":[1,1e400]}}}',
      "definition.offer.n[1]",
      "1e400",
    ],
    ["too long a number", '{"definition":{"v":12345678901234567890}}', "definition.v", "as text"],
    [
      "half a character",
      '{"definition":{"displayText":"\\ud83d"}}',
      "definition.displayText",
      "surrogate",
    ],
    ["half a character in a key", '{"definition":{"\\ud83d":1}}', "definition", "surrogate"],
    ["an escaped prototype", '{"\\u005f_proto__":{"x":1}}', "body", "__proto__"],
  ])("is refused, and says where: %s", async (_, body, target, why) => {
    const answer = await put(body);

    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({ code: "InvalidRequest", target });
    expect(answer.body.error.message).toContain(why);
  });

  it.each([
    ["bytes that are not UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ["an encoded surrogate", Buffer.from("7b22eda080223a317d", "hex")],
    ["an overlong character", Buffer.from("7b22c080223a317d", "hex")],
    ["Latin-1", Buffer.from('{"definition":{"displayText":"é"}}', "latin1")],
    ["compressed bytes", gzipSync('{"definition":{}}')],
  ])("is refused as not UTF-8: %s", async (_, bytes) => {
    const answer = await put(bytes);

    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({ code: "InvalidRequest", target: "body" });
    expect(answer.body.error.message).toContain("UTF-8");
  });

  it("may begin with a byte order mark, which is no part of it", async () => {
    expect((await put(`\ufeff${documentOf(4096)}`)).status).toBe(200);
  });
});

describe("a document that a list could not show", () => {
  it.each([
    ["definition.displayText", { definition: { displayText: "x".repeat(1001) } }],
    ["offerTypeId", { offerTypeId: "x".repeat(101), definition: {} }],
  ])("is refused for its %s", async (target, document) => {
    const answer = await put(JSON.stringify(document));

    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({ code: "InvalidOfferDocument", target });
    expect(answer.body.error.message).toContain("Shorten");
  });

  it("reports many faults shortly", async () => {
    const plans = Array.from({ length: 30_000 }, () => 0);
    const answer = await put(JSON.stringify({ definition: { plans } }));

    expect(answer.body.error.details).toHaveLength(100);
    expect(answer.body.error.message).toMatch(/29997 more/);
    expect(answer.body.error.message.length).toBeLessThan(500);
  });
});

it("a draft reads back byte for byte, whatever its keys are called", async () => {
  const { shell } = testShell();
  const odd = { constructor: 1, toString: [], "": {}, "\u0000": "\u202e", hasOwnProperty: null };
  const document = anOfferDocument({ fields: { odd } });
  const { id, publisherId, ...rest } = document;
  await send(writeOffer(shell), "PUT", { bytes: Buffer.from(JSON.stringify(rest)) });

  const { body } = await send(readOffer(shell), "GET");

  expect(body.definition.offer.odd).toEqual(odd);
  expect(body).toMatchObject({ id, publisherId });
});
