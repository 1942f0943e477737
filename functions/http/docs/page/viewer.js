/* global SwaggerUIBundle */
SwaggerUIBundle({
  url: "/api/openapi.json",
  dom_id: "#viewer",
  deepLinking: true,
  // It would tell a server elsewhere of this one.
  validatorUrl: null,
});
