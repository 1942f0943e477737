import { expect, it } from "vitest";
import { readReview } from "../../../../functions/http/review/read-review.ts";
import { call, contoso, testShell } from "../../test-shell.ts";
import { aRequest } from "../../triggers/a-review.ts";

it("a review shows its round, its verdict and everything that was said", async () => {
  const shell = testShell();
  await shell.ports.reviews.open(aRequest(contoso));
  const answer = await call(readReview(shell.shell), { params: { number: "1" }, query: {} });

  expect(answer.body).toMatchObject({
    reviewId: "contoso.app.1",
    round: 1,
    verdict: "with-reviewer",
    issues: [],
    messages: [],
  });
});

it("a review that was not opened is a 404 that says so", async () => {
  const answer = await call(readReview(testShell().shell), { params: { number: "1" }, query: {} });

  expect(answer.status).toBe(404);
  expect(answer.error).toMatchObject({ code: "ReviewNotFound" });
});
