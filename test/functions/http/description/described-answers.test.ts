import { describe, expect, it } from "vitest";
import { checkAnswer, routeOf } from "../../../support/contract/check-answer.ts";
import { DescribedAnswers } from "../../../support/contract/described-answers.ts";
import { listPublishers } from "../../../../functions/http/publishers/publishers.ts";
import { testShell } from "../../test-shell.ts";

const described = new DescribedAnswers();
const headers = { "x-ms-correlation-request-id": "1", ETag: '"1"' };
const offer = {
  id: "app",
  version: 0,
  status: "neverPublished",
  definition: { displayText: "Contoso App" },
};
const refused = (body: object) => ({ status: 404, body });
const error = { code: "OfferNotFound", message: "There is none." };

describe("an answer", () => {
  it.each([
    ["that is described", 200, headers, offer],
    ["with fields of the client's own", 200, headers, { ...offer, custom: [1] }],
    ["that refuses", 404, headers, { error }],
    ["whose headers are written otherwise", 200, { ...headers, ETag: undefined, etag: "1" }, offer],
  ] as const)("%s passes", (_, status, sent, body) => {
    const present = Object.fromEntries(
      Object.entries(sent).flatMap(([name, value]) => (value ? [[name, value]] : [])),
    );

    expect(described.faults("readOffer", { status, headers: present, body })).toEqual([]);
  });

  const noTag = { "x-ms-correlation-request-id": "1" };
  it.each([
    ["of another status", { status: 204, body: undefined }, /status 204 is not described/],
    ["without a header", { headers: noTag }, /^the header ETag is missing$/],
    ["without a body", { body: undefined }, /the body is missing/],
    ["of another type", { headers: { ...headers, "Content-Type": "text/html" } }, /text\/html/],
    ["with a word of its own", { body: { ...offer, status: "sold" } }, /^\/status/],
    ["with a code of its own", refused({ error: { ...error, code: "Gone" } }), /\/error\/code/],
    ["with a field more", refused({ error, more: 1 }), /"more"/],
    ["with a field less", refused({ error: { code: error.code } }), /"message"/],
  ])("%s does not pass", (_, difference, fault) => {
    const answer = { status: 200, headers, body: offer, ...difference };

    expect(described.faults("readOffer", answer).join()).toMatch(fault);
  });

  it("of the wrong form fails the test that saw it", () => {
    expect(() => checkAnswer("readOffer", { status: 200, headers, body: {} })).toThrow(
      /readOffer answered 200 against its description/,
    );
  });
});

it("a handler leads to its route, one that only a test has to none", () => {
  expect(routeOf(listPublishers(testShell().shell))).toBe("listPublishers");
  expect(routeOf(async () => ({}))).toBeUndefined();
});
