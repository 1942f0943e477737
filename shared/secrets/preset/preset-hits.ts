import { lintSource } from "@secretlint/core";
import { secretLintProfiler } from "@secretlint/profiler";
import type { Stretch } from "../anchors/stretches.ts";
import { looksReal } from "../looks-real.ts";
import { secretHit, type SecretHit } from "../secret-hit.ts";
import type { PresetRule } from "./preset-rules.ts";

type Message = Awaited<ReturnType<typeof lintSource>>["messages"][number];

// The core would mark each start and end of each rule, and nobody would ever clear the marks.
secretLintProfiler.setEnabled(false);

const byteOrderMark = "\ufeff";

/** Credentials in an address; the rest of it is no secret. */
const inAddress = /:\/\/[^\s/@]*?:(?<secret>[^\s/@]+)@/;
/** What is secret of a key; all keys start with the same line, and with nearly the same letters. */
const inKey = /PRIVATE KEY[\s\S]{0,400}?(?<secret>[A-Za-z0-9+/]{40,})/;

/** What a rule of secretlint finds in a part of a text, by place. */
export async function presetHits(
  preset: PresetRule,
  text: string,
  { start, end }: Stretch,
  path: string,
): Promise<SecretHit[]> {
  // The core drops the mark and counts from behind it.
  const from = text.startsWith(byteOrderMark, start) ? start + 1 : start;
  const content = text.slice(from, end);
  const { messages } = await lintSource({
    source: { content, contentType: "text", ...namesFor(preset, path) },
    options: {
      noPhysicFilePath: true,
      config: { rules: [{ id: preset.rule.meta.id, rule: preset.rule }] },
    },
  });
  const hits = messages.flatMap((message) => {
    const { secret, guard } = secretIn(message, content);
    if (secret === "" || !looksReal(secret, guard)) return [];
    const at = Math.max(message.range[0], content.indexOf(secret, message.range[0]));
    return [secretHit(kindOf(preset, message), secret, from + at)];
  });
  return hits.sort((one, other) => one.at - other.at);
}

/**
 * What a rule learns of the file. The one of Google's keys opens ".p12" files on our disk, by the
 * name that the package gives, so that it hears of no name, and no rule of the file's extension.
 */
function namesFor({ isOfJson }: PresetRule, path: string): { filePath: string; ext: string } {
  return isOfJson ? { filePath: "", ext: ".json" } : { filePath: path || "text", ext: "" };
}

/** Rules hand over what they matched as the values of their message; some add names of it. */
function secretIn(
  { data, range }: Message,
  content: string,
): { secret: string; guard: "form" | "value" } {
  const isMatched = (it: unknown): it is string =>
    typeof it === "string" && it !== "" && content.includes(it, range[0]);
  const found = Object.values<unknown>(data ?? {}).find(isMatched) ?? content.slice(...range);
  if (found.includes("PRIVATE KEY")) return { secret: secretOf(inKey, found) ?? "", guard: "form" };
  const value = secretOf(inAddress, found);
  return value === undefined ? { secret: found, guard: "form" } : { secret: value, guard: "value" };
}

const secretOf = (form: RegExp, found: string): string | undefined =>
  form.exec(found)?.groups?.["secret"];

/** The message tells the secret, so that it is made anew without it. */
function kindOf({ name, rule }: PresetRule, { messageId, data }: Message): SecretHit["pattern"] {
  const said = rule.messages[messageId]?.en(blankOf(data)) ?? "";
  // As in "found Notion integration token: ".
  const what = `A credential (${said.replace(/^found /, "").replace(/[:\s]*$/, "")})`;
  return { id: `secretlint-${name}`, what, severity: "error" };
}

const blankOf = (data: object = {}): Record<string, string> =>
  Object.fromEntries(Object.keys(data).map((key) => [key, ""]));
