import { app, type HttpRequest, type HttpResponseInit } from "@azure/functions";

const farAway = new Date("2030-01-02T03:04:05Z");

const answers: Record<string, () => unknown> = {
  nothing: () => undefined,
  null: () => null,
  "empty-object": () => ({}),
  text: () => ({ body: "héllo" }),
  json: () => ({ jsonBody: { a: [1, null] } }),
  "json-null": () => ({ jsonBody: null }),
  bytes: () => ({ body: Buffer.from([0, 1, 255]) }),
  typed: () => ({ body: "<p>", headers: { "Content-Type": "text/html", "X-One": "1" } }),
  created: () => ({ status: 201, headers: { location: "/there" } }),
  "no-content": () => ({ status: 204, body: "dropped" }),
  "not-modified": () => ({ status: 304, body: "dropped" }),
  teapot: () => ({ status: 418, body: "short and stout" }),
  string: () => "not an object",
  number: () => 5,
  unknown: () => ({ status: 200, nonsense: true }),
  throws: () => {
    throw new Error("no luck");
  },
  "two-cookie-headers": () => ({
    headers: [
      ["set-cookie", "a=1"],
      ["set-cookie", "b=2"],
    ],
  }),
  cookies: () => ({
    cookies: [
      { name: "a", value: "x y" },
      {
        name: "b",
        value: "2",
        path: "/p",
        domain: "example.org",
        expires: farAway,
        maxAge: 60,
        secure: true,
        httpOnly: true,
        sameSite: "Lax",
      },
    ],
  }),
};

app.http("answers", {
  route: "answers/{kind}",
  methods: ["GET"],
  handler: (request) => answers[request.params["kind"] ?? ""]?.() as HttpResponseInit,
});

/** Tells what arrived. */
async function mirror(request: HttpRequest): Promise<HttpResponseInit> {
  const body = Buffer.from(await request.arrayBuffer());
  return {
    jsonBody: {
      method: request.method,
      url: request.url,
      query: Object.fromEntries(request.query),
      params: request.params,
      headers: Object.fromEntries(request.headers),
      user: request.user,
      body: body.toString("latin1"),
    },
  };
}

app.http("mirror", {
  route: "mirror/{first?}/{second?}",
  methods: ["GET", "POST", "PUT", "PATCH", "DELETE"],
  handler: mirror,
});
app.http("postOnly", { route: "post-only", methods: ["POST"], handler: mirror });
app.http("byDefault", { handler: () => ({ body: "by default" }) });
app.http("whole", { route: "whole/{n:int}", methods: ["GET"], handler: mirror });
for (const authLevel of ["anonymous", "function", "admin"] as const) {
  app.http(`door${authLevel}`, {
    route: `doors/${authLevel}`,
    methods: ["GET"],
    authLevel,
    handler: () => ({ body: "open" }),
  });
}
