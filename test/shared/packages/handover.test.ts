import { expect, test } from "vitest";
import { Handover } from "../../../shared/packages/handover.ts";

const piece = (at: number) => Uint8Array.of(at);
const pushed = async (handover: Handover, count: number) => {
  for (let at = 0; at < count; at += 1) await handover.push(piece(at));
};

test("everything that is pushed is pulled, in its order", async () => {
  const seen: number[] = [];
  const handover = new Handover(async (chunks) => {
    for await (const [at = -1] of chunks) seen.push(at);
  });
  await pushed(handover, 50);
  await handover.end();
  expect(seen).toEqual(Array.from({ length: 50 }, (_, at) => at));
});

test("who pushes is not far ahead of who pulls", async () => {
  const seen: number[] = [];
  let most = 0;
  const handover = new Handover(async (chunks) => {
    for await (const [at = 0] of chunks) {
      seen.push(at);
      await new Promise((resolve) => setImmediate(resolve));
    }
  });
  for (let at = 0; at < 50; at += 1) {
    most = Math.max(most, at - seen.length);
    await handover.push(piece(at));
  }
  await handover.end();
  expect(most).toBeLessThan(5);
});

test.each([0, 1, 3])(
  "who pulls may stop after %i pieces, and nobody waits forever",
  async (wanted) => {
    let seen = 0;
    const handover = new Handover(async (chunks) => {
      const all = chunks[Symbol.asyncIterator]();
      for (; seen < wanted; seen += 1) await all.next();
    });
    await pushed(handover, 20);
    await handover.end();
    expect(seen).toBe(wanted);
  },
);

test("what goes wrong is told at the end, and only there", async () => {
  const handover = new Handover(async (chunks) => {
    await chunks[Symbol.asyncIterator]().next();
    throw new Error("no more");
  });
  await pushed(handover, 20);
  await expect(handover.end()).rejects.toThrow("no more");
});
