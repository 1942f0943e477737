import { describe, expect, it } from "vitest";
import { estimateText } from "../../../../shared/publishing/notices/estimate-text.ts";
import { processIds, stepIds } from "../../../../shared/publishing/processes/process.ts";
import {
  processOf,
  processes,
  rowOf,
  rowsFor,
} from "../../../../shared/publishing/processes/processes.ts";
import type { Process } from "../../../../shared/publishing/processes/process.ts";

const table = (process: Process, hasTestDrive = true) =>
  rowsFor(process, { hasTestDrive }).map((row) => [row.title, estimateText(row.estimate)]);

describe("the publishing processes", () => {
  it("2018-01 has the eight rows of its table in order", () => {
    expect(table(processOf("2018-01"))).toEqual([
      ["Validate prerequisites", "< 15 min"],
      ["Validate influenced revenue settings", "< 15 min"],
      ["Certification", "< 1 business day"],
      ["Test Drive validation", "< 2 hours"],
      ["Packaging and lead generation registration", "< 1 hour"],
      ["Publisher sign-off", "manual"],
      ["Microsoft review", "7-14 business days"],
      ["Live", "< 1 business day"],
    ]);
  });

  it("2018-12 has the six rows of its table in order", () => {
    expect(table(processOf("2018-12"))).toEqual([
      ["Validate prerequisites", "< 15 min"],
      ["Certification", "< 5 business days"],
      ["Packaging", "< 1 hour"],
      ["Publisher sign-off", "manual"],
      ["Packaging", "< 1 hour"],
      ["Live", "< 4 business days"],
    ]);
    expect(processOf("2018-12").overall).toEqual({ unit: "business-days", most: 10 });
  });

  it("leave out Test Drive validation for an offer without one", () => {
    const titles = table(processOf("2018-01"), false).map(([title]) => title);
    expect(titles).toHaveLength(7);
    expect(titles).not.toContain("Test Drive validation");
  });

  it("give each row a step and a wire id of its own", () => {
    for (const process of processes) {
      const steps = process.rows.map((row) => row.step);
      const wires = process.rows.map((row) => row.wireId);
      expect(new Set(steps).size).toBe(steps.length);
      expect(new Set(wires).size).toBe(wires.length);
      expect(process.rows.every((row) => row.description.length > 20)).toBe(true);
    }
    expect(processes.map((process) => process.id)).toEqual([...processIds]);
    const used = new Set(processes.flatMap((process) => process.rows.map((row) => row.step)));
    expect([...stepIds].filter((step) => !used.has(step))).toEqual([]);
  });

  it("use the wire ids that CPP clients know", () => {
    const wireIds = (process: Process) => process.rows.map((row) => row.wireId);
    expect(wireIds(processOf("2018-01"))).toEqual([
      "displaydummycertify",
      "validate-influenced-revenue",
      "displaycertify",
      "test-drive-validation",
      "displaypackage",
      "publisher-signoff",
      "microsoft-review",
      "live",
    ]);
    expect(rowOf("2018-12", "replication").wireId).toBe("displayprovision");
  });

  it("treat a step they do not have as a bug", () => {
    expect(() => rowOf("2018-12", "microsoft-review")).toThrow(/2018-12.*microsoft-review/);
  });
});
