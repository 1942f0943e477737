/** What Azure Resource Manager takes at most; with more, a deployment is refused. As of 2026-11. */
export const templateLimits = {
  /** In the file, and again once copies, variables and parameters are in their places. */
  characters: 4 * 1024 * 1024,
  parameters: 256,
  /** 256 in 2018. */
  variables: 512,
  /** Of one deployment, copies counted; a nested deployment has its own. */
  resources: 800,
  copies: 800,
  outputs: 64,
  expressionCharacters: 24_576,
} as const;
