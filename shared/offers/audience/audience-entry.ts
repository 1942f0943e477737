/** What is wrong with one entry of a private audience, and in which of its two fields. */
interface EntryProblem {
  readonly part: "type" | "id";
  readonly message: string;
  readonly fix: string;
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const lettersOf = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, "");

/** What a publisher wrote, short and on one line. */
export const quoted = (text: string): string => JSON.stringify(text.slice(0, 60));

/** Checks an entry of a private audience, typed or from a file: a subscription, named by its GUID. */
export const checkEntry = (type: string, id: string): readonly EntryProblem[] => [
  ...checkType(type),
  ...checkId(id),
];

function checkType(type: string): EntryProblem[] {
  const letters = lettersOf(type);
  if (letters === "subscriptionid") return [];
  const part = "type";
  const fix = "Write SubscriptionId, and the ID of an Azure subscription beside it.";
  if (letters === "tenantid") {
    const message =
      "A private audience lists Azure subscriptions; a whole tenant cannot be allowed by its ID.";
    return [{ part, message, fix: "List the tenant's subscriptions, each as a SubscriptionId." }];
  }
  const message = letters === "" ? "The type is missing." : `${quoted(type)} is not a type.`;
  return [{ part, message, fix }];
}

function checkId(id: string): EntryProblem[] {
  if (guid.test(id)) return [];
  const message =
    id === "" ? "The subscription ID is missing." : `${quoted(id)} is not a subscription ID.`;
  return [
    { part: "id", message, fix: "Enter the subscription's GUID, as the Azure portal shows it." },
  ];
}
