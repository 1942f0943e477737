import { formPattern, valuePattern, type SecretPattern } from "../secret-pattern.ts";

/** What opens accounts at other clouds and their tools. */
export const cloudPatterns: readonly SecretPattern[] = [
  formPattern(
    "aws-access-key-id",
    "An AWS access key id",
    ["akia", "asia", "abia", "acca"],
    /(?<![A-Za-z0-9])(?<secret>(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16})(?![A-Za-z0-9])/g,
  ),
  valuePattern(
    "aws-secret-access-key",
    "An AWS secret access key",
    "aws",
    /aws.{0,20}?secret.{0,20}?["']?\s*[:=]\s*["']?(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/gi,
  ),
  formPattern("google-api-key", "A Google API key", "aiza", /\b(?<secret>AIza[\w-]{35})(?![\w-])/g),
  formPattern(
    "google-client-secret",
    "A Google client secret",
    "gocspx-",
    /\b(?<secret>GOCSPX-[\w-]{28})(?![\w-])/g,
  ),
  formPattern(
    "google-access-token",
    "A Google access token",
    "ya29.",
    /\b(?<secret>ya29\.[\w-]{30,})/g,
  ),
  formPattern(
    "digitalocean-token",
    "A DigitalOcean token",
    ["doo_v1_", "dop_v1_", "dor_v1_"],
    /\b(?<secret>do[opr]_v1_[a-f0-9]{64})\b/g,
  ),
  formPattern(
    "databricks-token",
    "A Databricks token",
    "dapi",
    /\b(?<secret>dapi[a-f0-9]{32}(?:-\d)?)\b/g,
  ),
  formPattern(
    "hashicorp-vault-token",
    "A Vault token",
    ["hvs.", "hvb.", "hvr."],
    /(?<![\w.])(?<secret>hv[sbr]\.[\w-]{24,})/g,
  ),
  formPattern(
    "terraform-token",
    "A Terraform token",
    "atlasv1",
    /\b(?<secret>[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,})/g,
  ),
  formPattern(
    "age-key",
    "An age identity",
    "age-secret-key",
    /\b(?<secret>AGE-SECRET-KEY-1[A-Z0-9]{58})\b/gi,
  ),
  formPattern("new-relic-key", "A New Relic key", "nrak-", /\b(?<secret>NRAK-[A-Z0-9]{27})\b/g),
  formPattern(
    "grafana-token",
    "A Grafana token",
    ["glsa_", "glc_"],
    /\b(?<secret>gl(?:sa|c)_[A-Za-z0-9+/_]{32,})/g,
  ),
  formPattern(
    "dynatrace-token",
    "A Dynatrace token",
    "dt0",
    /\b(?<secret>dt0[a-z]\d{2}\.[A-Z0-9]{24}\.[A-Z0-9]{64})\b/g,
  ),
];
