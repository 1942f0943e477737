import { jsonFilesShouldBeValid } from "./all-files/json-files-should-be-valid.ts";
import { tooltipsShouldBePresent } from "./create-ui-definition/controls/tooltips-should-be-present.ts";
import { createUiDefinitionShouldHaveSchema } from "./create-ui-definition/definition/create-ui-definition-should-have-schema.ts";
import { handlerMustBeCorrect } from "./create-ui-definition/definition/handler-must-be-correct.ts";
import { locationShouldBeInOutputs } from "./create-ui-definition/outputs/location-should-be-in-outputs.ts";
import { outputsMustBePresentInTemplateParameters } from "./create-ui-definition/outputs/outputs-must-be-present-in-template-parameters.ts";
import { parametersWithoutDefaultMustExistInCreateUiDefinition } from "./create-ui-definition/outputs/parameters-without-default-must-exist-in-create-ui-definition.ts";
import type { Rule } from "./rule.ts";
import { blobsAreNotPublic } from "./security/blobs-are-not-public.ts";
import { linkedTemplatesAreInThePackage } from "./security/linked-templates-are-in-the-package.ts";
import { publicNetworkIsRestricted } from "./security/public-network-is-restricted.ts";
import { remoteCodeIsPinned } from "./security/remote-code-is-pinned.ts";
import { roleAssignmentsAreNarrow } from "./security/role-assignments-are-narrow.ts";
import { scriptSettingsHoldNoSecrets } from "./security/script-settings-hold-no-secrets.ts";
import { transportIsEncrypted } from "./security/transport-is-encrypted.ts";
import { deploymentTemplateMustNotContainHardcodedUri } from "./template/locations/deployment-template-must-not-contain-hardcoded-uri.ts";
import { locationShouldNotBeHardcoded } from "./template/locations/location-should-not-be-hardcoded.ts";
import { minAndMaxValueAreNumbers } from "./template/parameters/min-and-max-value-are-numbers.ts";
import { adminPasswordShouldNotBeALiteral } from "./template/secrets/admin-password-should-not-be-a-literal.ts";
import { adminUsernameShouldNotBeALiteral } from "./template/secrets/admin-username-should-not-be-a-literal.ts";
import { outputsMustNotContainSecrets } from "./template/secrets/outputs-must-not-contain-secrets.ts";
import { passwordParamsMustBeSecure } from "./template/secrets/password-params-must-be-secure.ts";
import { secureStringParametersCannotHaveDefault } from "./template/secrets/secure-string-parameters-cannot-have-default.ts";

/** Every certification rule, in the order reports show them. */
export const allRules: readonly Rule[] = [
  jsonFilesShouldBeValid,
  createUiDefinitionShouldHaveSchema,
  handlerMustBeCorrect,
  locationShouldBeInOutputs,
  outputsMustBePresentInTemplateParameters,
  parametersWithoutDefaultMustExistInCreateUiDefinition,
  tooltipsShouldBePresent,
  adminPasswordShouldNotBeALiteral,
  adminUsernameShouldNotBeALiteral,
  outputsMustNotContainSecrets,
  passwordParamsMustBeSecure,
  secureStringParametersCannotHaveDefault,
  deploymentTemplateMustNotContainHardcodedUri,
  locationShouldNotBeHardcoded,
  minAndMaxValueAreNumbers,
  blobsAreNotPublic,
  linkedTemplatesAreInThePackage,
  publicNetworkIsRestricted,
  remoteCodeIsPinned,
  roleAssignmentsAreNarrow,
  scriptSettingsHoldNoSecrets,
  transportIsEncrypted,
];
