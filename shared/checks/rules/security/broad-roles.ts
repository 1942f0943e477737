/** Built-in roles that give away everything, or the right to give it away. */
const broad: Readonly<Record<string, string>> = {
  "8e3af657-a8ff-443c-a75c-2fe8c4bcb635": "Owner",
  "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9": "User Access Administrator",
  "f58310d9-a9f6-439a-9e8d-f62e7b41a168": "Role Based Access Control Administrator",
};

/** The name of the broad role that a text has the id of. */
export function broadRoleIn(text: string): string | undefined {
  const lower = text.toLowerCase();
  return Object.entries(broad).find(([id]) => lower.includes(id))?.[1];
}
