import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ConformanceTarget } from "../conformance-target.ts";
import { openTarget } from "../target.ts";

let target: ConformanceTarget;

beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.stop());

async function ask(kind: string): Promise<Response> {
  return await fetch(`${target.url}/api/answers/${kind}`);
}

async function mirror(path: string, init?: RequestInit): Promise<any> {
  return await (await fetch(`${target.url}/api/mirror${path}`, init)).json();
}

describe("what a function returns becomes", () => {
  it.each([
    ["nothing", 204, "", null],
    ["null", 204, "", null],
    ["empty-object", 200, "", null],
    ["text", 200, "héllo", "text/plain;charset=UTF-8"],
    ["json", 200, '{"a":[1,null]}', "application/json"],
    ["json-null", 200, "", null],
    ["typed", 200, "<p>", "text/html"],
    ["created", 201, "", null],
    ["no-content", 204, "", null],
    ["not-modified", 304, "", null],
    ["teapot", 418, "short and stout", "text/plain;charset=UTF-8"],
    ["unknown", 200, "", null],
    ["string", 500, "", null],
    ["number", 500, "", null],
    ["throws", 500, "", null],
  ])("for %s: %d", async (kind, status, body, type) => {
    const answer = await ask(kind);

    expect(answer.status).toBe(status);
    expect(await answer.text()).toBe(body);
    expect(answer.headers.get("content-type")).toBe(type);
  });

  it("bytes without a content type", async () => {
    const answer = await ask("bytes");

    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 1, 255]);
    expect(answer.headers.get("content-type")).toBeNull();
  });

  it("the headers it set", async () => {
    expect((await ask("typed")).headers.get("x-one")).toBe("1");
    expect((await ask("created")).headers.get("location")).toBe("/there");
  });

  it("one cookie header only, when set as headers", async () => {
    expect((await ask("two-cookie-headers")).headers.getSetCookie()).toEqual(["b=2"]);
  });

  it("cookies with all their parts", async () => {
    const cookies = (await ask("cookies")).headers.getSetCookie();

    expect(cookies[0]).toBe("a=x%20y; path=/");
    expect(cookies[1]?.split("; ").sort()).toEqual(
      [
        "b=2",
        "domain=example.org",
        "expires=Wed, 02 Jan 2030 03:04:05 GMT",
        "httponly",
        "max-age=60",
        "path=/p",
        "samesite=lax",
        "secure",
      ].sort(),
    );
  });
});

describe("what a function sees of a request", () => {
  it("is method, absolute address, parameters and body", async () => {
    const seen = await mirror("/a%20b/c?x=1", { method: "PUT", body: "bödy" });

    expect(seen).toMatchObject({
      method: "PUT",
      url: `${target.url}/api/mirror/a%20b/c?x=1`,
      query: { x: "1" },
      params: { first: "a b", second: "c" },
      body: Buffer.from("bödy").toString("latin1"),
    });
  });

  it("has no names for parameters that are absent", async () => {
    expect((await mirror("")).params).toEqual({});
  });

  it("joins repeated query keys with a comma", async () => {
    expect((await mirror("?x=1&x=2&y=&z=a%2Cb")).query).toEqual({ x: "1,2", y: "", z: "a,b" });
  });

  it("joins repeated headers with a comma", async () => {
    const answer = await raw("GET /api/mirror", ["X-Many: 1", "x-many: 2"]);

    expect(answer.headers["x-many"].replaceAll(" ", "")).toBe("1,2");
  });

  it("has binary bodies as they are", async () => {
    const body = new Uint8Array(256).map((_value, index) => index);

    const seen = await mirror("", { method: "POST", body });

    expect(Buffer.from(seen.body, "latin1")).toEqual(Buffer.from(body));
  });

  it("lacks a body that was sent without its length", async () => {
    const chunked = ["Transfer-Encoding: chunked"];

    const seen = await raw("POST /api/mirror", chunked, "5\r\nhello\r\n0\r\n\r\n");

    expect(seen.body).toBe("");
  });

  it("lacks identities that somebody outside claims", async () => {
    const claim = Buffer.from(JSON.stringify({ userId: "root" })).toString("base64");

    const seen = await mirror("", { headers: { "x-ms-client-principal": claim } });

    expect(seen.user).toBeNull();
  });
});

describe("methods", () => {
  it("are GET and POST unless the function says otherwise", async () => {
    const url = `${target.url}/api/byDefault`;

    expect((await fetch(url)).status).toBe(200);
    expect((await fetch(url, { method: "POST" })).status).toBe(200);
    expect((await fetch(url, { method: "PUT" })).status).toBe(404);
  });

  it("that a function does not take are not found", async () => {
    expect((await fetch(`${target.url}/api/post-only`)).status).toBe(404);
    const options = await fetch(`${target.url}/api/post-only`, { method: "OPTIONS" });
    expect(options.status).toBe(404);
  });
});

describe("routes", () => {
  it("ignore case and one slash at the end", async () => {
    expect((await fetch(`${target.url}/API/BYDEFAULT/`)).status).toBe(200);
  });

  it("with a constraint that fails are not found", async () => {
    expect((await fetch(`${target.url}/api/whole/7`)).status).toBe(200);
    expect((await fetch(`${target.url}/api/whole/x`)).status).toBe(404);
  });
});

/** Sends a request byte by byte as written and reads the JSON of the answer. */
async function raw(line: string, headers: string[], body = ""): Promise<any> {
  const { hostname, port, host } = new URL(target.url);
  const head = [`${line} HTTP/1.1`, `Host: ${host}`, "Connection: close", ...headers];
  const text = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port || 80), hostname);
    let answer = "";
    socket.on("data", (chunk) => (answer += chunk.toString("latin1")));
    socket.on("end", () => {
      resolve(answer);
    });
    socket.on("error", reject);
    socket.write(`${head.join("\r\n")}\r\n\r\n${body}`);
  });
  return JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));
}
