import { isDrawn } from "../looks-written.ts";
import { formPattern, valuePattern, type SecretPattern } from "../secret-pattern.ts";

const secretName = String.raw`(?:password|passwd|passphrase|pwd|secret|api[_-]?key|access[_-]?key|secret[_-]?key|account[_-]?key|auth[_-]?token|access[_-]?token|token)`;

/** Keys and credentials of any system. */
export const generalPatterns: readonly SecretPattern[] = [
  formPattern(
    "private-key",
    "A private key",
    "private key",
    /-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:[^-]|-(?!----)){0,400}?(?<secret>[A-Za-z0-9+/]{40,})/g,
  ),
  formPattern(
    "putty-key",
    "A private key",
    "putty-user-key-file",
    /PuTTY-User-Key-File-\d[\s\S]{0,4000}?Private-Lines: \d+\s+(?<secret>[A-Za-z0-9+/]{40,})/g,
  ),
  formPattern(
    "json-web-token",
    "A signed token",
    "eyj",
    /(?<![\w-])(?<secret>eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,})/g,
  ),
  {
    ...valuePattern(
      "url-credentials",
      "A password in an address",
      "://",
      /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@"'<>?#[\]]{0,100}:(?<secret>[^\s/@"'<>[\]]{3,200})@[\w[]/gi,
    ),
    around: [32, 512],
  },
  {
    ...valuePattern(
      "authorization-header",
      "The value of an Authorization header",
      "authorization",
      /authorization["']?\s*[:=]\s*["']?(?:basic|bearer|token)\s+(?<secret>[\w.+/~-]{16,}={0,2})/gi,
    ),
    isIn: isDrawn,
  },
  valuePattern(
    "registry-auth",
    "The credential of a container registry",
    ['"auth"', '"auth\\"'],
    /\\?"auth\\?"\s*:\s*\\?"(?<secret>[A-Za-z0-9+/]{16,}={0,2})\\?"/g,
  ),
  valuePattern(
    "plain-secure-string",
    "A password in a script",
    "convertto-securestring",
    /ConvertTo-SecureString\s+(?:-String\s+)?["'](?<secret>[^"'$\r\n]{4,})["'][^\r\n]{0,120}-AsPlainText/gi,
  ),
  valuePattern(
    "curl-credentials",
    "A password in a script",
    "curl",
    /\bcurl\b[^\r\n]{0,300}?\s(?:-u|--user)[ =]*["']?[^\s:"']{1,60}:(?<secret>[^\s"']{4,})/gi,
  ),
  valuePattern(
    "sshpass-password",
    "A password in a script",
    "sshpass",
    /\bsshpass\s+-p\s*["']?(?<secret>[^\s"']{4,})/gi,
  ),
  valuePattern(
    "chpasswd-password",
    "A password in a script",
    "chpasswd",
    /echo\s+["']?[\w.-]+:(?<secret>[^\s"'|]{4,})["']?\s*\|\s*(?:sudo\s+)?chpasswd/gi,
  ),
  valuePattern(
    "netrc-password",
    "A password in a .netrc file",
    "machine",
    /\bmachine\s+\S+\s+login\s+\S+\s+password\s+["']?(?<secret>[^\s"'\\]{4,})/gi,
  ),
  valuePattern(
    "net-user-password",
    "A password in a script",
    "net user",
    /\bnet\s+user\s+["']?[\w.-]+["']?\s+["']?(?<secret>[^\s"'/*]{4,})["']?\s+\/add/gi,
  ),
  {
    id: "assigned-secret",
    what: "What looks like a password or key",
    anchors: ["password", "passwd", "passphrase", "pwd", "secret", "key", "token"],
    around: [64, 512],
    expression: new RegExp(
      String.raw`${secretName}["']?\s*(?::=|=>|[:=])\s*(["'])(?<secret>[^"'\r\n]{8,200})\1`,
      "gi",
    ),
    guard: "value",
    severity: "warning",
    outsideJson: true,
  },
];
