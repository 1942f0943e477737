/** What the server answered, to be changed. */
interface Passed {
  status: number;
  headers: Record<string, string>;
  text: string;
}
export type Spoil = (answer: Passed, asked: { method: string; path: string }) => void;

const without =
  (header: string): Spoil =>
  (answer) => {
    const kept = Object.entries(answer.headers).filter(([name]) => name !== header);
    answer.headers = Object.fromEntries(kept);
  };
const reworded =
  (from: RegExp, to: string): Spoil =>
  (answer) =>
    void (answer.text = answer.text.replaceAll(from, to));
const answering =
  (at: RegExp, status: number, text?: string): Spoil =>
  (answer, { method, path }) => {
    if (!at.test(`${method} ${path}`)) return;
    answer.status = status;
    answer.text = text ?? answer.text;
  };

/** The fault, the case that must notice it, and what it must say. */
export const faults: [string, string, RegExp, Spoil][] = [
  ["a Location missing", "publish/accepted", /: Location is missing/, without("location")],
  [
    "an Operation-Location missing",
    "publish/accepted",
    /: Operation-Location is missing/,
    without("operation-location"),
  ],
  [
    "an absolute Location",
    "publish/accepted",
    /: Location is "https:/,
    ({ headers }) => {
      if (headers["location"]) headers["location"] = `https://x${headers["location"]}`;
    },
  ],
  [
    "an empty body after go live",
    "golive/to-live",
    /^go live .*: \$ is missing/,
    answering(/golive$/, 202, ""),
  ],
  [
    "an empty body after cancel",
    "cancel/running",
    /^cancel .*: \$ is missing/,
    answering(/cancel$/, 202, ""),
  ],
  ["201 for a new offer", "offers/put", /: status 201, not 200/, answering(/^PUT/, 201)],
  ["an ETag missing", "offers/put", /: ETag is missing/, without("etag")],
  [
    "412 turned into 409",
    "offers/if-match",
    /: status 409, not 412/,
    (a) => void (a.status === 412 && (a.status = 409)),
  ],
  [
    "statuses in PascalCase",
    "publish/sign-off",
    /steps\[0\].status is "Complete"/,
    reworded(/"status":"complete"/g, '"status":"Complete"'),
  ],
  [
    "another id of sign-off",
    "publish/sign-off",
    /no entry like .*publisher-signoff/,
    reworded(/publisher-signoff/g, "sign-off"),
  ],
  [
    "times without a zone",
    "publish/sign-off",
    /timestamp is .*, not an RFC 3339 time/,
    reworded(/\d\dZ"/g, '"'),
  ],
  [
    "progress as text",
    "publish/sign-off",
    /progressPercentage is "100"/,
    reworded(/"progressPercentage":(\d+)/g, '"progressPercentage":"$1"'),
  ],
  ["another slot", "publish/accepted", /slot is "preview"/, reworded(/"staging"/g, '"preview"')],
  [
    "a list of one operation",
    "publish/accepted",
    /: \$ is \[.*, not an object/,
    (answer, { path }) => {
      if (/operations\/[^/]+$/.test(path)) answer.text = `[${answer.text}]`;
    },
  ],
  [
    "404 with a slash at the end",
    "publish/accepted",
    /slash at its end: status 404/,
    answering(/\/$/, 404),
  ],
  [
    "operations oldest first",
    "publish/again-after-failure",
    /the offer fails again: \$\[0\]\.id is/,
    (answer, { path }) => {
      if (/submissions\/?$/.test(path))
        answer.text = JSON.stringify(JSON.parse(answer.text).reverse());
    },
  ],
  [
    "no versions in the message",
    "refusals/api-version",
    /error.message is .*, which does not match/,
    reworded(/\[2017-10-31\]/g, ""),
  ],
  [
    "no Message at the top",
    "refusals/no-token",
    /: \$.Message is missing/,
    reworded(/"Message"/g, '"message"'),
  ],
  [
    "404 for a foreign publisher",
    "refusals/foreign-publisher",
    /: status 404, not 403/,
    (a) => void (a.status = 404),
  ],
  [
    "404 for the preview of a draft",
    "offers/slots",
    /: status 404, not 200/,
    answering(/preview$/, 404),
  ],
];
