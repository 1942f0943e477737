import { request } from "node:http";
import { expect, it } from "vitest";
import { startLocalIssuer } from "../../../infra/local/identity/local-issuer.ts";
import { runningIssuer } from "./running-issuer.ts";

const local = runningIssuer();

const statusFor = (host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const headers = { host };
    request(local.url("discovery/keys"), { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on("error", reject)
      .end();
  });

it("listens on this machine only", () => {
  expect(new URL(local.issuer.url).hostname).toBe("127.0.0.1");
});

it("answers under the names of this machine, and not under a name that somebody pointed at it", async () => {
  expect(await statusFor("localhost:7072")).toBe(200);
  expect(await statusFor("127.0.0.1")).toBe(200);
  expect(await statusFor("issuer.attacker.example:7072")).toBe(400);
});

it("takes any free port when the one it would like is taken", async () => {
  const port = Number(new URL(local.issuer.url).port);
  const second = await startLocalIssuer({ folder: undefined, port });
  try {
    expect(second.url).not.toBe(local.issuer.url);
    expect(second.issuers.every((name) => name.startsWith(second.url))).toBe(true);
  } finally {
    await second.stop();
  }
});
