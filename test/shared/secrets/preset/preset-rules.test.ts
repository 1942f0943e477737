import { lintSource } from "@secretlint/core";
import { creator, rules } from "@secretlint/secretlint-rule-preset-recommend";
import { describe, expect, it } from "vitest";
import { findSecrets } from "../../../../shared/secrets/find-secrets.ts";
import { presetRules } from "../../../../shared/secrets/preset/preset-rules.ts";
import { base64, drawn, hex } from "../drawn-text.ts";

const digits = "0123456789";
const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** A secret for each rule; joined here, so that none stands in this file. */
const secrets: [string, string][] = [
  ["1password", `ops_${Buffer.from(JSON.stringify({ secretKey: drawn(90) })).toString("base64")}`],
  ["anthropic", `sk-ant-${"api03"}-${drawn(93)}AA`],
  ["basicauth", `https://builder:${drawn(14)}@git.contoso.com/x`],
  ["cloudflare", `cfut${"_"}${drawn(40)}${drawn(8, hex)}`],
  ["database-connection-string", `mongodb+srv://app:${drawn(14)}@db.contoso.com/ledger`],
  ["databricks", `dapi${drawn(32, hex)}`],
  ["docker", `dckr_${"pat"}_${drawn(27)}`],
  ["figma", `figd${"_"}${drawn(40)}`],
  ["github", `ghp${"_"}${drawn(36)}`],
  ["gitlab", `glpat${"-"}${drawn(20)}`],
  ["grafana", `glsa${"_"}${drawn(32)}_${drawn(8, hex)}`],
  ["groq", `gsk${"_"}${drawn(52)}`],
  ["hashicorp-vault", `hvs${"."}${drawn(95)}`],
  ["huggingface", `hf${"_"}${drawn(34, letters)}`],
  ["linear", `lin_${"api"}_${drawn(40)}`],
  ["notion", `ntn${"_"}${drawn(11, digits)}${drawn(35)}`],
  ["npm", `npm${"_"}${drawn(36)}`],
  ["openai", `sk-${drawn(20)}T3Blbk${"FJ"}${drawn(20)}`],
  [
    "privatekey",
    `-----BEGIN ${"PRIVATE"} KEY-----\nMIIE${drawn(200, base64)}\n-----END ${"PRIVATE"} KEY-----`,
  ],
  ["sendgrid", `SG${"."}${drawn(22)}.${drawn(43)}`],
  ["shopify", `shpat${"_"}${drawn(32, hex)}`],
  ["slack", `xoxb${"-"}${drawn(12, digits)}-${drawn(24)}`],
  ["stripe", `rk_${"live"}_${drawn(30)}`],
  ["tailscale", `tskey${"-"}auth-${drawn(12)}-${drawn(32)}`],
  ["vercel", `vcp${"_"}${drawn(40)}`],
  ["aws", `AWS_SECRET_ACCESS_KEY=${drawn(40)}`],
];

async function foundByCore(content: string, filePath: string) {
  const { messages } = await lintSource({
    source: { content, filePath, ext: "", contentType: "text" },
    options: {
      noPhysicFilePath: true,
      config: {
        rules: [{ id: "preset", rule: creator, rules: [] }],
      },
    },
  });
  return messages;
}

describe("secretlint's recommended rules", () => {
  it("are all of the preset but two, each with words to look for", () => {
    const names = rules.map(({ meta }) => meta.id.replace("@secretlint/secretlint-rule-", ""));
    const used = presetRules.map(({ name }) => name);
    expect(names.filter((name) => !used.includes(name))).toEqual(["gcp", "filter-comments"]);
    for (const { name, anchors } of presetRules) expect([name, anchors]).not.toContain(":");
    expect(secrets.map(([name]) => name).sort()).toEqual([...used].sort());
  });

  it.each(secrets)(
    "what secretlint's own core finds by %s is found, once, there",
    async (_, it) => {
      const text = `first line\n  value: "${it}" # and more\nlast line\n`;
      const [message, ...others] = await foundByCore(text, "deploy.sh");
      expect([message?.range, others]).toEqual([[expect.any(Number), expect.any(Number)], []]);
      const hits = findSecrets(text, false, "deploy.sh");

      expect(hits).toHaveLength(1);
      expect(hits[0]?.at).toBeGreaterThanOrEqual(message?.range[0] ?? Infinity);
      expect(hits[0]?.at).toBeLessThan((message?.range[0] ?? 0) + it.length);
      expect(it).toContain(text.slice(hits[0]?.at).slice(0, hits[0]?.length));
    },
  );

  it("find what our own patterns do not know, and say what it is without it", () => {
    const token = `ntn${"_"}${drawn(11, digits)}${drawn(35)}`;
    const [hit] = findSecrets(`a\nb ${token}`, true);
    expect(hit).toMatchObject({
      pattern: {
        id: "secretlint-notion",
        what: "A credential (Notion integration token)",
        severity: "error",
      },
      at: 4,
      length: token.length,
      masked: "ntn… (50 characters)",
    });
  });

  it("are not silenced by comments in the file", () => {
    const text = `# secretlint-disable\ngsk${"_"}${drawn(52)}\n`;
    expect(findSecrets(text, false)).toHaveLength(1);
  });

  it("pass over stand-ins, like our own", () => {
    const texts = [`gsk_${"x".repeat(52)}`, "https://user:{password}@git.contoso.com"];
    for (const text of texts) expect(findSecrets(text, false)).toEqual([]);
  });
});
