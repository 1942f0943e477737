import { rules } from "@secretlint/secretlint-rule-preset-recommend";
import type { Anchored } from "../anchors/anchor-index.ts";

/** Some tokens and keys are more than ten thousand characters long. */
const farthest = [1024, 16 * 1024] as const;

type Rule = (typeof rules)[number];

/** A rule of secretlint's recommended preset, and the words without which it finds nothing. */
export interface PresetRule extends Anchored {
  readonly name: string;
  readonly rule: Rule;
  /** Whether it parses what it is given as JSON. */
  readonly isOfJson: boolean;
}

/** One of these is in whatever the rule finds, in lower case. */
const anchorsOf: Readonly<Record<string, readonly string[]>> = {
  "1password": ["ops_ey"],
  anthropic: ["sk-ant-api0"],
  aws: ["secretaccesskey", "secret_accesskey", "secret_access_key", "secretaccess_key"],
  basicauth: ["http://", "https://", "ftp://", "ftps://"],
  cloudflare: ["cfk_", "cfut_", "cfat_"],
  "database-connection-string": ["mongodb:", "mongodb+srv:", "mysql:", "mysqlx:", "postgres"],
  databricks: ["dapi"],
  docker: ["dckr_pat_"],
  figma: ["figd_"],
  gcp: ["private_key_id"],
  github: ["ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"],
  gitlab: ["glpat-"],
  grafana: ["glc_", "glsa_"],
  groq: ["gsk_"],
  "hashicorp-vault": ["hvs.", "hvb.", "hvr."],
  huggingface: ["hf_"],
  linear: ["lin_api_"],
  notion: ["ntn_"],
  npm: ["npm_", "x-oauth-basic", "_authtoken="],
  openai: ["t3blbkfj"],
  privatekey: ["private key"],
  sendgrid: ["sg."],
  shopify: ["shppa_", "shpca_", "shpat_", "shpss_"],
  slack: ["xox", "xapp-", "hooks.slack.com"],
  stripe: ["sk_live_", "sk_test_", "rk_live_", "rk_test_"],
  tailscale: ["tskey-"],
  vercel: ["vcp_", "vci_", "vca_", "vcr_", "vck_"],
};

const near = [32, 1024] as const;

const aroundOf: Readonly<Record<string, Anchored["around"]>> = {
  // These words are in many files, and what is found around them is short.
  basicauth: near,
  databricks: near,
  sendgrid: near,
  slack: near,
  // A key of Google is a whole JSON document.
  gcp: [Infinity, Infinity],
};

/** Comments by which a publisher would silence the others. */
const leftOut = "filter-comments";

const nameOf = ({ meta }: Rule): string => meta.id.replace("@secretlint/secretlint-rule-", "");

/** The preset's rules; a new one without words here is looked for around every ":" and "=". */
export const presetRules: readonly PresetRule[] = rules
  .map((rule) => ({
    name: nameOf(rule),
    anchors: anchorsOf[nameOf(rule)] ?? [":", "="],
    around: aroundOf[nameOf(rule)] ?? farthest,
    rule,
    isOfJson: nameOf(rule) === "gcp",
  }))
  .filter(({ name }) => name !== leftOut);
