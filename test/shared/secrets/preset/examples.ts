import { base64, drawn, hex } from "../drawn-text.ts";

const digits = "0123456789";
const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

const privateKey = `-----BEGIN ${"PRIVATE"} KEY-----\nMIIE${drawn(200, base64)}\n-----END ${"PRIVATE"} KEY-----`;

/** A key of Google is a whole file. */
export const googleKey = (key: string): string =>
  JSON.stringify({ type: "service_account", private_key_id: drawn(40, hex), private_key: key });

/** What each rule finds; joined here, so that none stands in this file. */
export const examples: readonly (readonly [rule: string, secret: string])[] = [
  ["1password", `ops_${Buffer.from(JSON.stringify({ secretKey: drawn(90) })).toString("base64")}`],
  ["anthropic", `sk-ant-${"api03"}-${drawn(93)}AA`],
  ["basicauth", `https://builder:${drawn(14)}@git.contoso.com/x`],
  ["cloudflare", `cfut${"_"}${drawn(40)}${drawn(8, hex)}`],
  ["database-connection-string", `mongodb+srv://app:${drawn(14)}@db.contoso.com/ledger`],
  ["databricks", `dapi${drawn(32, hex)}`],
  ["docker", `dckr_${"pat"}_${drawn(27)}`],
  ["figma", `figd${"_"}${drawn(40)}`],
  ["gcp", googleKey(privateKey)],
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
  ["privatekey", privateKey],
  ["sendgrid", `SG${"."}${drawn(22)}.${drawn(43)}`],
  ["shopify", `shpat${"_"}${drawn(32, hex)}`],
  ["slack", `xoxb${"-"}${drawn(12, digits)}-${drawn(24)}`],
  ["stripe", `rk_${"live"}_${drawn(30)}`],
  ["tailscale", `tskey${"-"}auth-${drawn(12)}-${drawn(32)}`],
  ["vercel", `vcp${"_"}${drawn(40)}`],
  ["aws", `AWS_SECRET_ACCESS_KEY=${drawn(40)}`],
];

/** What the same rules find as well: as far from their words as it gets. */
export const farExamples: readonly string[] = [
  `https://hooks.slack.com/services/T${drawn(10)}/B${drawn(10)}/${drawn(24)}`,
  `ftps://${drawn(256)}:${drawn(256)}@${drawn(256)}.com`,
  `SG${"."}${drawn(128)}.${drawn(128)}-${drawn(128)}`,
  `ghs${"_"}12345_${drawn(900)}.${drawn(9900)}.${drawn(900)}`,
  `AWS ${"Secret"} Access Key = "${drawn(40)}"`,
  `https://${drawn(40)}:x-oauth-${"basic"}@github.com/contoso/ledger`,
];

/** A file in which a secret is one of many things. */
export const fileWith = (rule: string, secret: string): string =>
  rule === "gcp" ? secret : `first line\n  value: "${secret}" # and more\nlast line\n`;
