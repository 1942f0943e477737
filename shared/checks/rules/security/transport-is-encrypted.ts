import type { JsonNode } from "../../../arm/json/json-document.ts";
import { stringOf } from "../../../arm/json/node.ts";
import { templateRule } from "../rule.ts";

/** Settings that switch encryption on the way off, by the value that does. */
const switches: Readonly<Record<string, (value: JsonNode) => boolean>> = {
  httpsonly: (value) => value.type === "boolean" && value.value === false,
  supportshttpstrafficonly: (value) => value.type === "boolean" && value.value === false,
  sslenforcement: (value) => /^disabled$/i.test(stringOf(value) ?? ""),
  enablenonsslport: (value) => value.type === "boolean" && value.value === true,
  minimumtlsversion: isOldTls,
  mintlsversion: isOldTls,
  minimaltlsversion: isOldTls,
};

function isOldTls(value: JsonNode): boolean {
  return /^(?:tls)?[ _]?1[._][01]$/i.test(stringOf(value) ?? "");
}

/** Nothing in the template allows unencrypted or outdated connections. */
export const transportIsEncrypted = templateRule(
  {
    id: "transport-is-encrypted",
    title: "Connections are encrypted, with TLS 1.2 or newer",
    why: "Data and credentials on plain or outdated connections can be read on the way; Azure ends TLS 1.0 and 1.1.",
    fix: "Switch HTTPS-only on, and set the minimum TLS version to 1.2.",
    example: {
      bad: '{"supportsHttpsTrafficOnly":false,"minimumTlsVersion":"TLS1_0"}',
      good: '{"supportsHttpsTrafficOnly":true,"minimumTlsVersion":"TLS1_2"}',
    },
    severity: "warning",
    source: "Microsoft cloud security benchmark, DP-3: data in transit",
  },
  function* check(template) {
    for (const { name, value } of template.findBelow("resources", ...Object.keys(switches))) {
      if (switches[name.toLowerCase()]?.(value) !== true) continue;
      const message = `${name} allows unencrypted or outdated connections.`;
      yield { at: value, message, errorId: "Transport.Is.Not.Encrypted" };
    }
  },
);
