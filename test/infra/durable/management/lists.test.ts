import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DurableBed } from "../../../support/durable-bed.ts";
import { ManagementBed } from "./management-bed.ts";

let management: ManagementBed;
let bed: DurableBed;

beforeAll(async () => {
  management = await ManagementBed.open();
  bed = management.bed;
});
afterAll(() => bed.stop());

describe("a list", () => {
  it("takes states by their exact names, several ways, and ignores what is none", async () => {
    expect(await management.ids("runtimeStatus=Failed,%20Completed")).toEqual([
      "done",
      "failed",
      "threw",
    ]);
    expect(await management.ids("runtimeStatus=Failed&runtimeStatus=Completed")).toContain("done");
    expect(await management.ids("runtimeStatus=Failed,Nope")).toEqual(["failed", "threw"]);
    expect((await management.ids("runtimeStatus=failed")).length).toBe(4);
    expect(await management.ids("runtimeStatus=Canceled")).toEqual([]);
    expect(await management.ids("runtimeStatus=ContinuedAsNew")).toEqual([]);
  });

  it("comes in pages of `top`, which must be a whole number above zero", async () => {
    const first = await bed.send("GET", "instances?top=2");
    expect(JSON.parse(first.body)).toHaveLength(2);
    expect(first.headers["x-ms-continuation-token"]).not.toBe("");
    expect((await management.ids("top=1.5")).length).toBe(4);
    expect((await management.ids("top=0")).length).toBe(4);
  });

  it("filters by time of creation and leaves inputs out on request", async () => {
    expect(await management.ids("createdTimeTo=2000-01-01T00:00:00Z")).toEqual([]);
    expect((await management.ids("createdTimeTo=2999-01-01T00:00:00Z")).length).toBe(4);
    const { body } = await bed.send("GET", "instances?showInput=false");
    expect((JSON.parse(body) as { input: unknown }[]).every(({ input }) => input === null)).toBe(
      true,
    );
  });
});

describe("a purge by time", () => {
  it("of a terminal state nobody is in deletes nothing", async () => {
    const from = "instances?createdTimeFrom=2000-01-01T00:00:00Z";
    expect((await bed.send("DELETE", `${from}&runtimeStatus=Canceled`)).status).toBe(404);
    expect((await management.ids("")).length).toBe(4);
  });
});
