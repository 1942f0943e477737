import { createHash } from "node:crypto";
import type { HttpRequest, HttpResponseInit } from "@azure/functions";
import { access } from "../../../shared/identity/access.ts";
import type { Ports } from "../../../shared/ports.ts";
import type { Refusal } from "../../../shared/publishing/refusal.ts";
import { viewerFiles } from "../description/viewer-files.ts";
import { endpoint } from "../endpoint.ts";
import { isKnown } from "../request/entity-tag.ts";
import { noCache } from "../problem.ts";

const open = { dialect: "own", access: access.anyone } as const;

/** The description of the API, as OpenAPI 3.1. */
export const readApiDescription = endpoint(
  open,
  ({ ports }) =>
    ({ request }) =>
      serve(ports, request, "openapi.json"),
);

/** The page on which people read it. */
export const readApiViewer = endpoint(
  open,
  ({ ports }) =>
    ({ request }) =>
      serve(ports, request, "docs/index.html"),
);

/** What the page loads. */
export const readApiViewerFile = endpoint(open, ({ ports }) => async ({ request }) => {
  const name = viewerFiles.find((file) => file === request.params["file"]);
  return name ? serve(ports, request, `docs/${name}`) : noSuchFile;
});

const types = {
  json: "application/json",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  png: "image/png",
} as const;

type Name = `${string}.${keyof typeof types}`;
const typeOf = (name: Name): string =>
  types[name.slice(name.lastIndexOf(".") + 1) as keyof typeof types];

/** Nothing but this host's own files: no inline script, no frame around it. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

async function serve(
  { documentation }: Ports,
  request: HttpRequest,
  name: Name,
): Promise<HttpResponseInit> {
  const body = await documentation.read(name);
  const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
  const headers = {
    ...noCache,
    ETag: etag,
    "Content-Security-Policy": policy,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
  };
  if (isKnown(request, etag)) return { status: 304, headers };
  return { status: 200, headers: { ...headers, "Content-Type": typeOf(name) }, body };
}

const noSuchFile: Refusal = {
  kind: "not-found",
  code: "RouteNotFound",
  message: `The viewer has no such file; there are ${viewerFiles.join(", ")}. Open /api/docs.`,
  target: "file",
};
