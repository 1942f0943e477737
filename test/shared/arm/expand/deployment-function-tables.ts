/** Expressions that ask about the deployment, and what they are worth. */
export const deploymentFunctionTables: Record<string, [expression: string, value: unknown][]> = {
  places: [
    [
      "resourceId('Microsoft.Web/sites', 'a')",
      "/subscriptions/S/resourceGroups/G/providers/Microsoft.Web/sites/a",
    ],
    [
      "resourceId('Microsoft.Web/sites/slots', 'a', 'b')",
      "/subscriptions/S/resourceGroups/G/providers/Microsoft.Web/sites/a/slots/b",
    ],
    [
      "resourceId('other', 'Microsoft.Web/sites', 'a')",
      "/subscriptions/S/resourceGroups/other/providers/Microsoft.Web/sites/a",
    ],
    [
      "resourceId('sub', 'other', 'Microsoft.Web/sites', 'a')",
      "/subscriptions/sub/resourceGroups/other/providers/Microsoft.Web/sites/a",
    ],
    [
      "subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'r')",
      "/subscriptions/S/providers/Microsoft.Authorization/roleDefinitions/r",
    ],
    [
      "tenantResourceId('Microsoft.Authorization/roleDefinitions', 'r')",
      "/providers/Microsoft.Authorization/roleDefinitions/r",
    ],
    [
      "managementGroupResourceId('Microsoft.Authorization/policyDefinitions', 'p')",
      "/providers/Microsoft.Management/managementGroups/management-group/providers/Microsoft.Authorization/policyDefinitions/p",
    ],
    [
      "extensionResourceId('/x', 'Microsoft.Authorization/locks', 'l')",
      "/x/providers/Microsoft.Authorization/locks/l",
    ],
    ["resourceGroup().name", "G"],
    ["resourceGroup().id", "/subscriptions/S/resourceGroups/G"],
    ["subscription().subscriptionId", "S"],
    ["environment().suffixes.storage", "core.windows.net"],
    ["deployment().name", "main"],
    ["deployment().properties.templateLink.uri", "https://package.invalid/mainTemplate.json"],
  ],
  "what only Azure knows": [
    ["reference('x').y[0]", "[reference('x').y[0]]"],
    [
      "concat('a', listKeys('x', '2020').keys[0].value, 'b')",
      "[concat('a', listKeys('x', '2020').keys[0].value, 'b')]",
    ],
    ["toLower(reference('x'))", "[toLower(reference('x'))]"],
    ["length(createArray(reference('x')))", 1],
    ["if(equals(reference('x'), 1), 'a', 'a')", "a"],
    ["if(equals(reference('x'), 1), 'a', createArray()[3])", "[if(equals(reference('x'), 1), …)]"],
    ["and(reference('x').on, false())", false],
    ["createObject('a', reference('x'))", { a: "[reference('x')]" }],
    [
      "providers('Microsoft.Web', 'sites').apiVersions[0]",
      "[providers('Microsoft.Web', 'sites').apiVersions[0]]",
    ],
    [
      "resourceId('T.x/y', reference('x').name)",
      "[concat('/subscriptions/S/resourceGroups/G/providers/T.x/y/', reference('x').name)]",
    ],
  ],
};
