import { lintSource } from "@secretlint/core";
import { rules } from "@secretlint/secretlint-rule-preset-recommend";
import { describe, expect, it } from "vitest";
import { AnchorIndex } from "../../../../shared/secrets/anchors/anchor-index.ts";
import { stretchesAround } from "../../../../shared/secrets/anchors/stretches.ts";
import { findSecrets } from "../../../../shared/secrets/find-secrets.ts";
import { presetHits } from "../../../../shared/secrets/preset/preset-hits.ts";
import { type PresetRule, presetRules } from "../../../../shared/secrets/preset/preset-rules.ts";
import { examples, farExamples, fileWith } from "./examples.ts";

/** One rule looks at some of its tokens only there. */
const path = "package.json";

/** What secretlint says of a whole text by all of its rules. */
async function saidByAll(content: string) {
  const { messages } = await lintSource({
    source: { content, filePath: "", ext: ".json", contentType: "text" },
    options: {
      noPhysicFilePath: true,
      config: { rules: rules.map((rule) => ({ id: rule.meta.id, rule })) },
    },
  });
  return messages;
}

async function foundAtAnchors(rule: PresetRule, text: string) {
  const places = new AnchorIndex([rule]).places(text).get(rule) ?? [];
  const stretches = stretchesAround(places, text.length, rule.around);
  const hits = await Promise.all(stretches.map((it) => presetHits(rule, text, it, path)));
  return hits.flat();
}

const filler = "nothing is to be seen in this line of many\n".repeat(1000);
const ofOneFile = examples.filter(([name]) => name !== "gcp");
const far = farExamples.map((it) => `${filler}${it}\n`).join("");
const corpus = ofOneFile.map((example) => filler + fileWith(...example)).join("") + filler;

describe("secretlint's recommended rules", () => {
  it("are all of the preset but the one of comments, each with words to look for", () => {
    const names = rules.map(({ meta }) => meta.id.replace("@secretlint/secretlint-rule-", ""));
    const used = presetRules.map(({ name }) => name);
    expect(names.filter((name) => !used.includes(name))).toEqual(["filter-comments"]);
    for (const { anchors } of presetRules) expect(anchors).not.toContain(":");
    expect(examples.map(([name]) => name).sort()).toEqual([...used].sort());
  });

  it.each(examples)("what %s finds in a file is found, once, there", async (name, secret) => {
    const text = fileWith(name, secret);
    const [message] = await saidByAll(text);
    const [from = Infinity, to = 0] = message?.range ?? [];
    const hits = await findSecrets(text, false, path);

    expect(hits).toHaveLength(1);
    expect(hits[0]?.at).toBeGreaterThanOrEqual(from);
    expect(hits[0]?.at).toBeLessThan(to);
    expect(secret).toContain(text.slice(hits[0]?.at).slice(0, hits[0]?.length));
  });

  it("find as much around their words as in a whole text", async () => {
    const files = examples.map((example) => fileWith(...example));
    for (const text of [corpus + far, ...files]) {
      for (const rule of presetRules) {
        const everywhere = await presetHits(rule, text, { start: 0, end: text.length }, path);
        expect([rule.name, await foundAtAnchors(rule, text)]).toEqual([rule.name, everywhere]);
      }
    }
  });

  it("miss nothing of what secretlint finds when it reads all by all rules", async () => {
    const text = corpus + far;
    const messages = await saidByAll(text);
    const said = new Set(messages.map(({ ruleId }) => ruleId.replace(/^.*-rule-/, "")));
    expect([...said].sort()).toEqual(ofOneFile.map(([name]) => name).sort());

    const hits = await findSecrets(text, false, path);
    const missed = messages.filter(
      ({ range: [from, to] }) => !hits.some(({ at, length }) => at < to && from < at + length),
    );
    expect(missed).toEqual([]);
  });
});
