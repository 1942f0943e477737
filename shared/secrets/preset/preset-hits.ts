import type { Stretch } from "../anchors/stretches.ts";
import { looksReal } from "../looks-real.ts";
import { secretHit, type SecretHit } from "../secret-hit.ts";
import type { PresetRule } from "./preset-rules.ts";

type Context = Parameters<PresetRule["rule"]["create"]>[0];
type Source = Parameters<NonNullable<ReturnType<PresetRule["rule"]["create"]>["file"]>>[0];

/** Credentials in an address; the rest of it is no secret. */
const inAddress = /:\/\/[^\s/@]*?:(?<secret>[^\s/@]+)@/;

/**
 * What a rule of secretlint finds in a part of a text. Its core runs rules one after the other as
 * promises and keeps a record of each; this asks the rule itself, which answers at once.
 */
export function presetHits(
  { name, rule }: PresetRule,
  text: string,
  { start, end }: Stretch,
  path: string,
): SecretHit[] {
  const content = text.slice(start, end);
  const hits: SecretHit[] = [];
  const context: Context = {
    sharedOptions: {},
    createTranslator: (messages) => (messageId, props) => ({
      message: messages[messageId]?.en(blankOf(props)) ?? "",
      messageId: String(messageId),
      data: props,
    }),
    report: ({ message: { message, data }, range }) => {
      const { secret, guard } = secretIn(data as object | undefined, content.slice(...range));
      if (!looksReal(secret, guard)) return;
      const at = Math.max(range[0], content.indexOf(secret, range[0]));
      const pattern = {
        id: `secretlint-${name}`,
        what: whatOf(message),
        severity: "error",
      } as const;
      hits.push(secretHit(pattern, secret, start + at));
    },
    ignore: () => undefined,
  };
  const asked = rule.create(context, {}).file?.(sourceOf(content, path));
  if (asked) throw new Error(`The rule ${name} of secretlint does not answer at once.`);
  return hits;
}

/** Rules hand over what they matched as the values of their message. */
function secretIn(
  data: object | undefined,
  matched: string,
): { secret: string; guard: "form" | "value" } {
  const found = Object.values(data ?? {}).find((value) => typeof value === "string") ?? matched;
  const secret = inAddress.exec(found)?.groups?.["secret"];
  return secret === undefined ? { secret: found, guard: "form" } : { secret, guard: "value" };
}

const blankOf = (props: object = {}): Record<string, string> =>
  Object.fromEntries(Object.keys(props).map((key) => [key, ""]));

/** From "found Notion integration token: ", as the value is left out. */
function whatOf(message: string): string {
  const said = message.replace(/^found /, "").replace(/[:\s]*$/, "");
  return `A credential (${said})`;
}

function sourceOf(content: string, path: string): Source {
  return {
    hasBOM: false,
    content,
    filePath: path,
    physicalFilePath: undefined,
    contentType: "text",
    // With an extension some rules read from the disk.
    ext: "",
    getFilePath: () => path,
    getPhysicalFilePath: () => undefined,
    locationToRange: notOffered,
    rangeToLocation: notOffered,
    positionToIndex: notOffered,
    indexToPosition: notOffered,
  };
}

function notOffered(): never {
  throw new Error("No rule has asked for lines yet.");
}
