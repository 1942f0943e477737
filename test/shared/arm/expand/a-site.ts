/** A web site as a template has it. */
export const site = (name: string, more: object = {}) => ({
  type: "Microsoft.Web/sites",
  apiVersion: "2023-01-01",
  name,
  ...more,
});

/** What the site is called when it is deployed; of "" what every such name begins with. */
export const siteId = (name: string) =>
  `/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/resource-group/providers/Microsoft.Web/sites/${name}`;
