import { describe, expect, it } from "vitest";

import {
  blobCreatedBy,
  messagePutBy,
} from "../../../../infra/local/storage/keeper/request-meaning.ts";

const put = { service: "blob", method: "PUT", status: 201 } as const;

describe("the meaning of a request", () => {
  it.each([
    ["/a/c/b", { account: "a", container: "c", blob: "b" }],
    ["/a/c/x%2520y/z?sig=s&comp=blocklist", { account: "a", container: "c", blob: "x%20y/z" }],
    ["/a/c?restype=container", undefined],
    ["/a/c/b?comp=block&blockid=MQ%3D%3D", undefined],
    ["/a/c/b?comp=metadata", undefined],
  ])("of writing %s is read from its address", (url, blob) => {
    expect(blobCreatedBy({ ...put, url })).toEqual(blob);
  });

  it("of a refused, a reading or another service's request is no blob", () => {
    const url = "/a/c/b";
    expect(blobCreatedBy({ ...put, url, status: 409 })).toBeUndefined();
    expect(blobCreatedBy({ ...put, url, method: "GET" })).toBeUndefined();
    expect(blobCreatedBy({ ...put, url, service: "queue" })).toBeUndefined();
  });

  it("of a message is its queue, and nothing when it only reads or changes one", () => {
    const message = {
      service: "queue",
      method: "POST",
      status: 201,
      url: "/a/q/messages",
    } as const;
    expect(messagePutBy(message)).toEqual({ account: "a", queue: "q" });
    expect(messagePutBy({ ...message, method: "GET", status: 200 })).toBeUndefined();
    expect(messagePutBy({ ...message, service: "table" })).toBeUndefined();
  });
});
