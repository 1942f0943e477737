import type { Answer } from "./exchange.ts";

/** What `/` shows when no function answers there. */
export function homePage(isDisabled: boolean): Answer {
  if (isDisabled) return { status: 204 };
  return {
    status: 200,
    headers: { "content-type": "text/html; charset=utf-8" },
    body: `<!doctype html>
<html lang="en">
<title>Functions host</title>
<h1>The local functions host is up and running</h1>
`,
  };
}
