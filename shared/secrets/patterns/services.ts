import { isDrawn } from "../looks-written.ts";
import { formPattern, valuePattern, type SecretPattern } from "../secret-pattern.ts";

/** What opens source hosts, registries and other services. */
export const servicePatterns: readonly SecretPattern[] = [
  formPattern(
    "github-token",
    "A GitHub token",
    ["gho_", "ghp_", "ghu_", "ghs_", "ghr_"],
    /(?<![A-Za-z0-9])(?<secret>gh[opusr]_[A-Za-z0-9]{36,255})/g,
  ),
  formPattern(
    "github-fine-grained-token",
    "A GitHub token",
    "github_pat_",
    /(?<![A-Za-z0-9])(?<secret>github_pat_[A-Za-z0-9_]{36,255})/g,
  ),
  formPattern(
    "gitlab-token",
    "A GitLab token",
    ["glpat-", "gldt-", "glrt-", "glcbt-", "glptt-", "glft-", "glsoat-", "glagent-", "gloas-"],
    /(?<![A-Za-z0-9])(?<secret>gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent|oas)-[\w.-]{20,})/g,
  ),
  formPattern(
    "gitlab-runner-token",
    "A GitLab runner token",
    "gr1348941",
    /\b(?<secret>GR1348941[\w-]{20})(?![\w-])/g,
  ),
  formPattern(
    "atlassian-token",
    "An Atlassian token",
    ["atatt3x", "atctt3x", "atbb3x"],
    /\b(?<secret>AT(?:ATT|CTT|BB)3x[\w=-]{50,})/g,
  ),
  formPattern(
    "slack-token",
    "A Slack token",
    ["xox", "xapp-"],
    /\b(?<secret>(?:xox[abeoprs]|xapp)-[A-Za-z0-9-]{20,})/g,
  ),
  formPattern(
    "slack-webhook",
    "A Slack webhook",
    "hooks.slack.com",
    /hooks\.slack\.com\/(?:services|workflows|triggers)\/(?<secret>[A-Za-z0-9]{6,}\/[A-Za-z0-9]{6,}\/[A-Za-z0-9]{16,})/gi,
  ),
  formPattern(
    "teams-webhook",
    "A Teams webhook",
    ".office.com",
    /\.webhook\.office\.com\/webhookb2\/(?<secret>[a-f0-9-]{36}@[a-f0-9-]{36}\/IncomingWebhook\/[a-f0-9]{32}[\w/-]*)/gi,
  ),
  formPattern(
    "discord-webhook",
    "A Discord webhook",
    "/api/webhooks/",
    /discord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/(?<secret>[\w-]{60,})/gi,
  ),
  formPattern(
    "npm-token",
    "An npm token",
    "npm_",
    /(?<![A-Za-z0-9])(?<secret>npm_[A-Za-z0-9]{36})(?![A-Za-z0-9])/g,
  ),
  {
    ...valuePattern(
      "npm-auth",
      "An npm credential",
      ["_auth", "_password"],
      /(?:^|[\s/:"'])_(?:authToken|auth|password)(?:\s*=\s*|[ \t]+)\\?["']?(?<secret>[A-Za-z0-9+/=_.-]{16,})/gim,
    ),
    isIn: isDrawn,
  },
  formPattern("pypi-token", "A PyPI token", "pypi-age", /\b(?<secret>pypi-AgE[\w-]{50,})/g),
  formPattern("nuget-key", "A NuGet key", "oy2", /\b(?<secret>oy2[a-z0-9]{43})\b/g),
  formPattern(
    "docker-token",
    "A Docker token",
    "dckr_",
    /\b(?<secret>dckr_(?:pat|oat)_[\w-]{27,})/g,
  ),
  formPattern(
    "stripe-key",
    "A Stripe key",
    ["sk_live_", "rk_live_"],
    /\b(?<secret>[sr]k_live_[A-Za-z0-9]{20,})/g,
  ),
  formPattern(
    "sendgrid-key",
    "A SendGrid key",
    "sg.",
    /\b(?<secret>SG\.[\w-]{20,24}\.[\w-]{39,50})(?![\w-])/g,
  ),
  formPattern("mailgun-key", "A Mailgun key", "key-", /\b(?<secret>key-[0-9a-f]{32})\b/g),
  formPattern(
    "twilio-key",
    "A Twilio key",
    Array.from("0123456789abcdef", (digit) => `sk${digit}`),
    /\b(?<secret>SK[0-9a-f]{32})\b/g,
  ),
  formPattern(
    "telegram-token",
    "A Telegram bot token",
    ":aa",
    /\b(?<secret>\d{8,10}:AA[\w-]{33})(?![\w-])/g,
  ),
  formPattern(
    "openai-key",
    "An OpenAI key",
    "sk-",
    /(?<![\w-])(?<secret>sk-(?:[\w-]*T3BlbkFJ[\w-]{20,}|(?:proj|svcacct|admin)-[\w-]{40,}))/g,
  ),
  formPattern(
    "anthropic-key",
    "An Anthropic key",
    "sk-ant-",
    /(?<![\w-])(?<secret>sk-ant-[\w-]{40,})/g,
  ),
  formPattern(
    "hugging-face-token",
    "A Hugging Face token",
    "hf_",
    /(?<![A-Za-z0-9])(?<secret>hf_[A-Za-z]{34})\b/g,
  ),
  formPattern(
    "shopify-token",
    "A Shopify token",
    ["shpat_", "shpca_", "shppa_", "shpss_"],
    /\b(?<secret>shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32})\b/g,
  ),
  formPattern("linear-key", "A Linear key", "lin_api_", /\b(?<secret>lin_api_[A-Za-z0-9]{40})\b/g),
];
