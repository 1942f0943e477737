import { describe } from "vitest";
import { fakePorts } from "../../support/fake-ports.ts";
import { allContracts } from "./contracts/all-contracts.ts";

describe("in memory", () => {
  const { ports } = fakePorts();
  allContracts(() => ports);
});
