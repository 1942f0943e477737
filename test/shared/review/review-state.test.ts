import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reviewState } from "../../../shared/review/review-state.ts";
import type { ReviewMessage } from "../../../shared/review/review.ts";

import { approve, reopen, report, resolve, say, verdict } from "../support/review-messages.ts";
import type { Role } from "../support/review-messages.ts";

describe("a round of review", () => {
  it.each<[string, ReviewMessage[], number, string]>([
    ["is with the reviewers at first", [], 1, "with-reviewer"],
    ["is approved by a reviewer", [approve()], 1, "approved"],
    ["is not approved by the publisher", [approve(1, "publisher")], 1, "with-reviewer"],
    ["is not approved by a system", [approve(1, "system")], 1, "with-reviewer"],
    ["is with the publisher when an issue is reported", [report("a")], 1, "with-publisher"],
    ["is not approved over an open issue", [report("a"), approve()], 1, "with-publisher"],
    ["ignores issues the publisher reports", [report("a", 1, "publisher")], 1, "with-reviewer"],
    ["is addressed when every issue is", [report("a"), resolve("a")], 1, "addressed"],
    [
      "is with the publisher until every issue is addressed",
      [report("a"), report("b"), resolve("a")],
      1,
      "with-publisher",
    ],
    [
      "is with the reviewers when they resolve their issue themselves",
      [report("a"), resolve("a", 1, "reviewer")],
      1,
      "with-reviewer",
    ],
    [
      "is approved once the reviewers resolved and approved",
      [report("a"), resolve("a", 1, "reviewer"), approve()],
      1,
      "approved",
    ],
    [
      "lets a reopened issue win over a resolved one",
      [report("a"), resolve("a"), reopen("a")],
      1,
      "with-publisher",
    ],
    [
      "does not let the publisher reopen",
      [report("a"), resolve("a"), reopen("a", 1, "publisher")],
      1,
      "addressed",
    ],
    ["is rejected by a reviewer", [report("a"), say("reject", { round: 1 })], 1, "rejected"],
    [
      "is not rejected by the publisher",
      [say("reject", { round: 1, role: "publisher" })],
      1,
      "with-reviewer",
    ],
    ["starts anew", [report("a"), resolve("a")], 2, "with-reviewer"],
    ["needs its own approval", [approve(1)], 2, "with-reviewer"],
    ["does not hear a reject of an older round", [say("reject", { round: 1 })], 2, "with-reviewer"],
    ["does not hear a late report of an older round", [report("late")], 2, "with-reviewer"],
    [
      "takes up an issue that is reopened in it",
      [report("a"), resolve("a"), reopen("a", 2)],
      2,
      "with-publisher",
    ],
    [
      "is addressed when the reopened issue is",
      [report("a"), resolve("a"), report("b", 2), resolve("b", 2)],
      2,
      "addressed",
    ],
    [
      "is approved although older issues were only addressed",
      [report("a"), resolve("a"), approve(2)],
      2,
      "approved",
    ],
    ["does not care for comments", [say("comment", { round: 1 })], 1, "with-reviewer"],
    ["cannot be settled from far ahead", [report("a"), resolve("a", 9)], 1, "with-publisher"],
  ])("%s", (_case, messages, round, expected) => {
    expect(verdict(messages, round)).toBe(expected);
  });

  it("says what is open and why it was rejected", () => {
    const reject = { ...say("reject", { round: 1 }), text: "Not an application." };
    const state = reviewState({ messages: [report("b"), report("a"), resolve("a"), reject] }, 1);
    expect(state.reason).toBe("Not an application.");
    expect(state.issues.map(({ id, state: standing }) => [id, standing])).toEqual([
      ["a", "addressed"],
      ["b", "open"],
    ]);
  });

  it("is the same in any order and with any repetition of its messages", () => {
    const message = fc
      .record({
        type: fc.constantFrom<ReviewMessage["type"]>(
          "approve",
          "report-issue",
          "resolve-issue",
          "reopen-issue",
          "comment",
          "reject",
        ),
        role: fc.constantFrom<Role>("reviewer", "publisher", "system"),
        round: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
        issue: fc.constantFrom("a", "b"),
        // Few ids, so that some messages share one and yet differ.
        id: fc.constantFrom("1", "2", "3", "4", "5", "6", "7", "8"),
      })
      .map(({ type, role, round, issue, id }) =>
        say(type, {
          role,
          id,
          ...(round === undefined ? {} : { round }),
          ...(type.endsWith("-issue") ? { issue } : {}),
        }),
      );
    const mixed = fc.array(message, { maxLength: 10 }).chain((messages) =>
      fc.tuple(
        fc.constant(messages),
        fc.shuffledSubarray([...messages, ...messages], {
          minLength: messages.length * 2,
          maxLength: messages.length * 2,
        }),
      ),
    );
    fc.assert(
      fc.property(mixed, fc.integer({ min: 1, max: 3 }), ([messages, shuffled], round) => {
        expect(reviewState({ messages: shuffled }, round)).toEqual(
          reviewState({ messages }, round),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("is never approved without a reviewer's word in it", () => {
    const anyone = fc.constantFrom<Role>("publisher", "system");
    const noise = fc.array(
      fc.oneof(
        fc
          .tuple(anyone, fc.integer({ min: 1, max: 3 }))
          .map(([role, round]) => approve(round, role)),
        fc.integer({ min: 1, max: 3 }).map((round) => report("a", round)),
        fc.integer({ min: 1, max: 3 }).map((round) => resolve("a", round)),
        fc.constant(approve(1)),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(noise, (messages) => {
        expect(verdict(messages, 2)).not.toBe("approved");
      }),
    );
  });
});
