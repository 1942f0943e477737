/** The files that the viewer's page loads; nothing else can be asked for. */
export const viewerFiles = [
  "viewer.js",
  "viewer.css",
  "swagger-ui.css",
  "swagger-ui-bundle.js",
  "favicon-32x32.png",
] as const;
