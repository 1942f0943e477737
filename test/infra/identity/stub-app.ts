import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { JwtTokens } from "../../../functions/adapters/identity/jwt-tokens.ts";
import { apiAudiences } from "../../../infra/local/identity/directory/resources.ts";

interface StubUser {
  objectId: string;
  tenantId: string;
  kind: string;
  name: string;
  role: string;
}

/** As much of the app as knows publishers and their users; only operators may change them. */
export async function startStubApp(issuers: readonly string[]) {
  const tokens = new JwtTokens({ issuers, audiences: apiAudiences, clockSkewSeconds: 60 });
  const publishers = new Map<string, Map<string, StubUser>>();
  const writes: string[] = [];

  const answer = (method: string, path: string, body: any): [status: number, body: unknown] => {
    const [id = "", section, objectId = ""] = path.slice("/api/publishers/".length).split("/");
    const users = publishers.get(id);
    if (method === "GET") return users ? [200, section ? [...users.values()] : { id }] : [404, {}];
    writes.push(path);
    if (!section) publishers.set(id, users ?? new Map());
    else if (!users) return [404, {}];
    else users.set(objectId, { ...body, objectId });
    return [200, {}];
  };

  const server = createServer((request, response) => {
    void (async () => {
      let text = "";
      for await (const chunk of request) text += String(chunk);
      const bearer = request.headers.authorization?.replace("Bearer ", "") ?? "";
      const verdict = await tokens.check(bearer);
      const isOperator = verdict.ok && verdict.principal.roles.includes("operator");
      const { pathname } = new URL(request.url ?? "/", "http://stub");
      const [status, body] = isOperator
        ? answer(request.method ?? "", pathname, text === "" ? {} : JSON.parse(text))
        : [verdict.ok ? 403 : 401, {}];
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    })();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    publishers,
    writes,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
