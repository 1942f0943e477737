import { isWrittenOut } from "../looks-written.ts";
import { formPattern, valuePattern, type SecretPattern } from "../secret-pattern.ts";

/** Between a name and its value: `=`, or how JSON and addresses write that. */
const is = String.raw`\s*(?:=|\\u003d|%3d)\s*`;
const key = String.raw`(?<secret>(?:[A-Za-z0-9+/]|\\/|%2[bBfF]){40,100}={0,2})`;

const addressEnd = /[\s"'`<>]/;

/** A signature by itself is nothing; with a version or an end it opens a resource. */
function isInSignedAddress(text: string, at: number): boolean {
  const before =
    text
      .slice(Math.max(0, at - 1500), at)
      .split(addressEnd)
      .at(-1) ?? "";
  const [after = ""] = text.slice(at, at + 1500).split(addressEnd, 1);
  return /(?:^|[^a-z])(?:sv|se|skn|sks)(?:=|\\u003d)/i.test(before + after);
}

/** What opens Azure resources. */
export const azurePatterns: readonly SecretPattern[] = [
  formPattern(
    "azure-account-key",
    "An Azure account key",
    "accountkey",
    new RegExp(`AccountKey${is}${key}`, "gi"),
  ),
  formPattern(
    "azure-shared-access-key",
    "A shared access key of Azure",
    "sharedaccesskey",
    new RegExp(`SharedAccessKey${is}${key}`, "gi"),
  ),
  {
    ...formPattern(
      "azure-sas",
      "A shared access signature",
      ["sig=", "sig\\u003d"],
      /(?<![A-Za-z])sig(?:=|\\u003d)(?<secret>(?:[A-Za-z0-9+/_-]|%[0-9a-f]{2}){20,}={0,2})/gi,
    ),
    isIn: isInSignedAddress,
  },
  formPattern(
    "entra-client-secret",
    "A client secret of an Entra application",
    "q~",
    /(?<![\w~.-])(?<secret>[A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34})(?![\w~-])/g,
  ),
  formPattern(
    "azure-signed-key",
    "An Azure key",
    ["+ast", "+aba", "+amc", "+asb", "+aeh", "+arm", "+aio"],
    /(?<![A-Za-z0-9+/])(?<secret>[A-Za-z0-9+/]{33,76}\+(?:ASt|ABa|AMC|ASb|AEh|ARm|AIo)[A-Za-z0-9+/]{5,10}={0,2})/g,
  ),
  formPattern(
    "azure-marked-key",
    "An Azure key",
    ["azfu", "azse", "azca"],
    /(?<![A-Za-z0-9+/_-])(?<secret>[A-Za-z0-9_-]{42,44}(?:AzFu|AzSe|AzCa)[A-Za-z0-9+/_-]{5,8}={0,2})/g,
  ),
  formPattern(
    "azure-cosmos-key",
    "A Cosmos DB key",
    "acdb",
    /(?<![A-Za-z0-9+/])(?<secret>[A-Za-z0-9+/]{76}ACDb[A-Za-z0-9+/]{6}==)/g,
  ),
  formPattern(
    "azure-ai-key",
    "An Azure AI key",
    "jqqj9",
    /\b(?<secret>[A-Za-z0-9]{52}JQQJ9[9D][A-Za-z0-9]{27})\b/g,
  ),
  formPattern(
    "azure-devops-token",
    "An Azure DevOps token",
    "azdo",
    /\b(?<secret>[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4})\b/g,
  ),
  formPattern(
    "azure-function-key",
    "The key of a function",
    "code=",
    /\.azurewebsites\.net\/[^\s"'<>]{0,500}[?&]code=(?<secret>[A-Za-z0-9_%=+/-]{40,})/gi,
  ),
  formPattern(
    "azure-redis-key",
    "A Redis access key",
    "password=",
    /password=(?<secret>[A-Za-z0-9+/]{43}=),/gi,
  ),
  valuePattern(
    "azure-publish-profile",
    "The password of a publish profile",
    "userpwd",
    /userPWD\s*=\s*\\?["'](?<secret>[^"'\\\s]{20,})/gi,
  ),
  {
    ...valuePattern(
      "client-secret",
      "A client secret",
      ["_secret", "-secret", "tsecret", "psecret"],
      /(?:client|app|sp|arm_client|azure_client)[_-]?secret["']?\s*(?:[:=]|\s)\s*["']?(?<secret>[A-Za-z0-9_~.+/=@-]{16,})/gi,
    ),
    isIn: isWrittenOut,
  },
  valuePattern(
    "connection-string-password",
    "The password of a connection string",
    ["password", "pwd"],
    /\b(?:server|data source|host|user id|uid|username|initial catalog|database)\s*=[^"'\r\n]{1,400}?;\s*(?:password|pwd)\s*=\s*(?<secret>[^;"'\s\\]{4,})/gi,
  ),
  valuePattern(
    "azure-login-password",
    "The secret of a service principal",
    "az login",
    /\baz login\b[^\r\n]{0,300}?(?:--password|-p)[ =]+["']?(?<secret>(?!\S+\.pem\b)[^\s"']{8,})/gi,
  ),
  valuePattern(
    "storage-key-argument",
    "A storage account key",
    "account-key",
    /--account-key[ =]+["']?(?<secret>[A-Za-z0-9+/]{40,}={0,2})/gi,
  ),
];
