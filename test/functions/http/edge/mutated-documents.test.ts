import fc from "fast-check";
import { expect, it } from "vitest";
import { readOffer } from "../../../../functions/http/offers/read-offer.ts";
import { writeOffer } from "../../../../functions/http/offers/write-offer.ts";
import { publish } from "../../../../functions/http/publishing/publish.ts";
import { testShell } from "../../test-shell.ts";
import { draftOf, lossIn } from "./kept-document.ts";
import { aMutatedDocument, aPublishBody } from "./mutated-document.ts";
import { send } from "./send.ts";

type Sent = Awaited<ReturnType<typeof send>>;

const runs = 20_000;

function isClearRefusal({ status, body, logged }: Sent): void {
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(body.error.code).toMatch(/^[A-Z][A-Za-z]+$/);
  expect(body.error.message.length).toBeGreaterThan(20);
  expect(body.error.target).toMatch(/./);
  expect(logged).toEqual([]);
}

it("no mutated document breaks PUT or publish, and none that is taken loses a field", async () => {
  const seen = { taken: 0, refused: 0, published: 0 };
  const property = fc.asyncProperty(aMutatedDocument, aPublishBody, async (bytes, order) => {
    const { shell } = testShell();
    const written = await send(writeOffer(shell), "PUT", { bytes });
    const text = new TextDecoder().decode(bytes);
    if (written.status !== 200) {
      isClearRefusal(written);
      seen.refused++;
      return;
    }
    seen.taken++;
    const read = await send(readOffer(shell), "GET");
    const { version, status, changedTime, ...document } = read.body;
    expect(changedTime).toMatch(/Z$/);
    expect(lossIn(text)).toBeUndefined();
    expect(document).toEqual(draftOf(text));
    expect(read.body).toEqual(written.body);
    expect({ version, status }).toEqual({ version: 0, status: "neverPublished" });
    const published = await send(publish(shell), "POST", { bytes: order });
    if (published.status !== 202) isClearRefusal(published);
    else seen.published++;
  });

  await fc.assert(property, { numRuns: runs });

  // Neither all taken nor all refused: the mutations reach both sides.
  expect(seen.taken).toBeGreaterThan(runs / 10);
  expect(seen.refused).toBeGreaterThan(runs / 10);
  expect(seen.published).toBeGreaterThan(runs / 20);
  expect(({} as any).polluted).toBeUndefined();
}, 120_000);
