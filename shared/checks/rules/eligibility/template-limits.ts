/** What Azure Resource Manager takes at most; with more, a deployment is refused. As of 2026. */
export const templateLimits = {
  characters: 4 * 1024 * 1024,
  parameters: 256,
  variables: 512,
  resources: 800,
  outputs: 64,
  expressionCharacters: 24_576,
} as const;
