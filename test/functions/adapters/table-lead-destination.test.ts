import { expect, it } from "vitest";
import { TableLeadDestination } from "../../../functions/adapters/table-lead-destination.ts";

const lead = {
  leadId: "lead-1",
  createdAt: "2030-01-07T09:00:00.000Z",
  payload: { UserDetails: {} },
};
const account = "DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=aGk=";

it.each([
  ["no connection string at all", "hello"],
  ["an address inside a network", `${account};TableEndpoint=http://169.254.169.254/x`],
  [
    "a host that only looks like Azure",
    `${account};TableEndpoint=https://x.table.core.windows.net.evil.example`,
  ],
  ["an emulator, where we do not run on one", "UseDevelopmentStorage=true"],
])("%s is refused without a call", async (_, connectionString) => {
  const destination = new TableLeadDestination({ allowsEmulator: false });
  const answer = await destination.send({ connectionString, tableName: "Leads" }, lead);

  expect(answer).toMatchObject({ ok: false, reason: expect.stringContaining("Access keys page") });
});
