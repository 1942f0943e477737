import { describe, expect, it } from "vitest";
import { matchTemplate } from "../../../../infra/local/functions-host/http/routing/match-template.ts";
import { requestPath } from "../../../../infra/local/functions-host/http/routing/request-path.ts";
import { parseTemplate } from "../../../../infra/local/functions-host/http/routing/route-template.ts";

describe("a template that the official router refuses is refused", () => {
  it.each([
    "a/{b",
    "a/b}",
    "a/{}",
    "a/{b}{c}",
    "a/{b}/{B}",
    "a/{*b}/c",
    "a/x{*b}",
    "a/{b?}-x",
    "a/x-{b?}",
    "a//b",
    "a/{b:nosuch}",
    "a/{b:constructor}",
    "a/{b:length(x)}",
    "a/{b:length(2}",
  ])("%s", (text) => {
    expect(() => parseTemplate(text)).toThrow(SyntaxError);
  });
});

describe("constraints", () => {
  it.each([
    ["v/{a:regex(^(x|y)[0-9]$)}", "/v/x1", true],
    ["v/{a:regex(^(x|y)[0-9]$)}", "/v/z1", false],
    ["v/{a:regex(a/b|c)}", "/v/c", true],
    ["v/{a:length(2):alpha}", "/v/ab", true],
    ["v/{a:length(2):alpha}", "/v/a1", false],
    ["v/{a:float}", "/v/-1.5", true],
    ["v/{a:decimal}", "/v/1e5", false],
    ["v/{a:guid}", "/v/{0f8fad5b-d9cb-469f-a165-70867728950e", false],
    ["v/{a:datetime}", "/v/2018-02-30", false],
    ["v/{a:datetime}", "/v/2018-02-28T10:00:00Z", true],
    ["v/{a:file}", "/v/x.png", true],
    ["v/{a:nonfile}", "/v/x.png", false],
    ["v/{a:int=x}", "/v", false],
    ["v/{*a:int}", "/v", false],
  ])("%s takes %s: %s", (template, path, isTaken) => {
    expect(matchTemplate(parseTemplate(template), path) !== undefined).toBe(isTaken);
  });

  it("may be followed by a default", () => {
    expect(matchTemplate(parseTemplate("v/{a:range(1,5)=3}"), "/v")).toEqual({ a: "3" });
  });
});

describe("a request target", () => {
  it.each([
    ["/a/b?x=/../y", "/a/b"],
    ["http://host:1/a/./b", "/a/b"],
    ["/a/b/..", "/a/"],
    ["/../a", "/a"],
    ["/a%2fb%20c", "/a%2fb c"],
    ["/%ff", "/%ff"],
    ["/%C3%A9%2F%C3%A9", "/é%2Fé"],
  ])("%s has the path %s", (target, path) => {
    expect(requestPath(target)).toBe(path);
  });

  it.each(["/a%00", "/é"])("%s is bad", (target) => {
    expect(requestPath(target)).toBeUndefined();
  });
});
