import { expect, it } from "vitest";
import { sendToTable } from "../../../../functions/adapters/leads/table-leads.ts";

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
  const send = sendToTable({ allowsEmulator: false });
  const answer = await send({ connectionString, tableName: "Leads" }, lead);

  expect(answer).toMatchObject({ ok: false, reason: expect.stringContaining("Access keys page") });
});
