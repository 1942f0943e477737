import { describe, expect, it } from "vitest";
import { listUsers, removeUser, writeUser } from "../../../../functions/http/publishers/users.ts";
import { readStatus } from "../../../../functions/http/publishing/status.ts";
import { callers, type CallerName } from "../../../support/fake/fake-identity.ts";
import { anOffer, call, testShell } from "../../test-shell.ts";

const { objectId, tenantId } = callers.nobody;
const user = { kind: "service-principal", name: "pipeline", tenantId, role: "contributor" };
const write = (
  { shell }: ReturnType<typeof testShell>,
  body: object = user,
  who: { objectId?: string; as?: CallerName } = {},
) =>
  call(writeUser(shell), {
    method: "PUT",
    params: { objectId: who.objectId ?? objectId },
    as: who.as ?? "contoso-owner",
    body,
  });
const remove = ({ shell }: ReturnType<typeof testShell>, objectId: string) =>
  call(removeUser(shell), { method: "DELETE", params: { objectId } });

describe("a user that is added", () => {
  it("gets through from then on, and no longer once removed", async () => {
    const shell = testShell();
    await anOffer(shell);
    const status = async () => (await call(readStatus(shell.shell), { as: "nobody" })).status;
    expect(await status()).toBe(403);

    expect((await write(shell)).status).toBe(200);
    expect(await status()).toBe(200);

    expect((await remove(shell, objectId.toUpperCase())).status).toBe(200);
    expect(await status()).toBe(403);
  });

  it("is listed with who added it and when", async () => {
    const shell = testShell();
    await write(shell);
    const { body } = await call(listUsers(shell.shell));

    expect(body).toContainEqual({
      ...user,
      objectId,
      addedAt: shell.at(),
      addedBy: callers["contoso-owner"].objectId,
    });
  });

  it.each([
    ["kind", { ...user, kind: "robot" }],
    ["name", { ...user, name: "" }],
    ["tenantId", { ...user, tenantId: "contoso.example" }],
    ["role", { ...user, role: "god" }],
  ])("needs a proper %s", async (target, body) => {
    const answer = await write(testShell(), body);

    expect(answer.status).toBe(400);
    expect(answer.error.target).toBe(target);
  });

  it("goes by its object id and no other name", async () => {
    const { status, error } = await write(testShell(), user, { objectId: "pipeline" });

    expect(status).toBe(400);
    expect(error).toMatchObject({ code: "InvalidIdentifier", target: "objectId" });
    expect(error.message).toContain("not of its app registration");
  });

  it("needs a publisher that is there", async () => {
    const answer = await call(writeUser(testShell().shell), {
      method: "PUT",
      params: { objectId, publisherId: "tailwind" },
      as: "operator",
      body: user,
    });

    expect(answer.error.code).toBe("PublisherNotFound");
  });
});

describe("the last owner", () => {
  const owner = callers["contoso-owner"].objectId;

  it("can neither be removed nor made a contributor", async () => {
    const shell = testShell();

    expect((await remove(shell, owner)).error.code).toBe("LastOwner");
    expect((await write(shell, user, { objectId: owner })).error.code).toBe("LastOwner");
  });

  it("can go once there is another", async () => {
    const shell = testShell();
    await write(shell, { ...user, role: "owner" });

    expect((await remove(shell, owner)).status).toBe(200);
  });
});

it("somebody who is no user of the publisher cannot be removed", async () => {
  expect((await remove(testShell(), objectId)).error.code).toBe("MemberNotFound");
});
