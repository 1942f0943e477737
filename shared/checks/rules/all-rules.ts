import { jsonFilesShouldBeValid } from "./all-files/json-files-should-be-valid.ts";
import { tooltipsShouldBePresent } from "./create-ui-definition/controls/tooltips-should-be-present.ts";
import { createUiDefinitionShouldHaveSchema } from "./create-ui-definition/definition/create-ui-definition-should-have-schema.ts";
import { handlerMustBeCorrect } from "./create-ui-definition/definition/handler-must-be-correct.ts";
import { locationShouldBeInOutputs } from "./create-ui-definition/outputs/location-should-be-in-outputs.ts";
import { outputsMustBePresentInTemplateParameters } from "./create-ui-definition/outputs/outputs-must-be-present-in-template-parameters.ts";
import { parametersWithoutDefaultMustExistInCreateUiDefinition } from "./create-ui-definition/outputs/parameters-without-default-must-exist-in-create-ui-definition.ts";
import { allowedValuesShouldActuallyBeAllowed } from "./create-ui-definition/choices/allowed-values-should-actually-be-allowed.ts";
import { controlsInOutputsMustExist } from "./create-ui-definition/outputs/controls-in-outputs-must-exist.ts";
import { createUiDefinitionMustNotHaveBlanks } from "./create-ui-definition/definition/create-ui-definition-must-not-have-blanks.ts";
import { credentialConfirmationShouldNotBeHidden } from "./create-ui-definition/passwords/credential-confirmation-should-not-be-hidden.ts";
import { hideExistingMustBeCorrectlyHandled } from "./create-ui-definition/controls/hide-existing-must-be-correctly-handled.ts";
import { passwordTextboxesMustBeUsedForPasswordParameters } from "./create-ui-definition/passwords/password-textboxes-must-be-used-for-password-parameters.ts";
import { passwordBoxesMustHaveMinLength } from "./create-ui-definition/passwords/password-boxes-must-have-min-length.ts";
import { textboxesAreWellFormed } from "./create-ui-definition/controls/textboxes-are-well-formed.ts";
import { usernamesShouldNotHaveADefault } from "./create-ui-definition/controls/usernames-should-not-have-a-default.ts";
import { vmSizesMustMatchTemplate } from "./create-ui-definition/choices/vm-sizes-must-match-template.ts";
import { validationsMustHaveMessage } from "./create-ui-definition/controls/validations-must-have-message.ts";
import { createUiElementsAreKnown } from "./create-ui-definition/controls/create-ui-elements-are-known.ts";
import { createUiOutputTypesAgree } from "./create-ui-definition/outputs/create-ui-output-types-agree.ts";
import { deploymentParametersShouldHaveContentVersion } from "./deployment-parameters/deployment-parameters-should-have-content-version.ts";
import { deploymentParametersShouldHaveParameters } from "./deployment-parameters/deployment-parameters-should-have-parameters.ts";
import { deploymentParametersShouldHaveSchema } from "./deployment-parameters/deployment-parameters-should-have-schema.ts";
import { deploymentParametersShouldHaveValue } from "./deployment-parameters/deployment-parameters-should-have-value.ts";
import type { Rule } from "./rule.ts";
import { apiVersionsAreKnown } from "./eligibility/api-versions-are-known.ts";
import { apiVersionsAreUniform } from "./eligibility/api-versions-are-uniform.ts";
import { applianceIsWrapped } from "./eligibility/appliance-is-wrapped.ts";
import { extensionsAreUpgraded } from "./eligibility/extensions-are-upgraded.ts";
import { locationIsNotLimited } from "./eligibility/location-is-not-limited.ts";
import { nestedTemplatesAreInTheirFolder } from "./eligibility/nested-templates-are-in-their-folder.ts";
import { parametersAreDescribed } from "./eligibility/parameters-are-described.ts";
import { resourceTypesAreKnown } from "./eligibility/resource-types-are-known.ts";
import { templateExpands } from "./eligibility/template-expands.ts";
import { templateIsWithinLimits } from "./eligibility/template-is-within-limits.ts";
import { blobsAreNotPublic } from "./security/blobs-are-not-public.ts";
import { linkedTemplatesAreInThePackage } from "./security/linked-templates-are-in-the-package.ts";
import { managedApplicationsAreLocked } from "./security/managed-applications-are-locked.ts";
import { publicNetworkIsRestricted } from "./security/public-network-is-restricted.ts";
import { remoteCodeIsPinned } from "./security/remote-code-is-pinned.ts";
import { roleAssignmentsAreNarrow } from "./security/role-assignments-are-narrow.ts";
import { scriptSettingsHoldNoSecrets } from "./security/script-settings-hold-no-secrets.ts";
import { transportIsEncrypted } from "./security/transport-is-encrypted.ts";
import { apiVersionsShouldBeRecentInReferenceFunctions } from "./template/api-versions/api-versions-should-be-recent-in-reference-functions.ts";
import { apiVersionsShouldBeRecent } from "./template/api-versions/api-versions-should-be-recent.ts";
import { providersApiVersionsIsNotPermitted } from "./template/api-versions/providers-api-versions-is-not-permitted.ts";
import { idsShouldBeDerivedFromResourceIds } from "./template/identifiers/ids-should-be-derived-from-resource-ids.ts";
import { resourceIdsShouldNotContain } from "./template/identifiers/resource-ids-should-not-contain.ts";
import { urisShouldBeProperlyConstructed } from "./template/identifiers/uris-should-be-properly-constructed.ts";
import { virtualMachinesShouldNotBePreview } from "./template/virtual-machines/virtual-machines-should-not-be-preview.ts";
import { vmImagesShouldUseLatestVersion } from "./template/virtual-machines/vm-images-should-use-latest-version.ts";
import { vmSizeShouldBeAParameter } from "./template/virtual-machines/vm-size-should-be-a-parameter.ts";
import { deploymentTemplateMustNotContainHardcodedUri } from "./template/locations/deployment-template-must-not-contain-hardcoded-uri.ts";
import { locationShouldNotBeHardcoded } from "./template/locations/location-should-not-be-hardcoded.ts";
import { minAndMaxValueAreNumbers } from "./template/parameters/min-and-max-value-are-numbers.ts";
import { deploymentResourcesMustNotBeDebug } from "./template/nested/deployment-resources-must-not-be-debug.ts";
import { secureParamsInNestedDeployments } from "./template/nested/secure-params-in-nested-deployments.ts";
import { artifactsParameter } from "./template/parameters/artifacts-parameter.ts";
import { parameterTypesShouldBeConsistent } from "./template/parameters/parameter-types-should-be-consistent.ts";
import { parametersMustBeReferenced } from "./template/parameters/parameters-must-be-referenced.ts";
import { dependsOnBestPractices } from "./template/resources/depends-on-best-practices.ts";
import { deploymentTemplateSchemaIsCorrect } from "./template/resources/deployment-template-schema-is-correct.ts";
import { managedIdentityExtensionMustNotBeUsed } from "./template/resources/managed-identity-extension-must-not-be-used.ts";
import { resourcesShouldHaveLocation } from "./template/resources/resources-should-have-location.ts";
import { resourcesShouldNotBeAmbiguous } from "./template/resources/resources-should-not-be-ambiguous.ts";
import { templateShouldNotContainBlanks } from "./template/resources/template-should-not-contain-blanks.ts";
import { commandToExecuteMustUseProtectedSettingsForSecrets } from "./template/secrets/command-to-execute-must-use-protected-settings-for-secrets.ts";
import { dynamicVariableReferencesShouldNotUseConcat } from "./template/variables/dynamic-variable-references-should-not-use-concat.ts";
import { variablesMustBeReferenced } from "./template/variables/variables-must-be-referenced.ts";
import { adminPasswordShouldNotBeALiteral } from "./template/secrets/admin-password-should-not-be-a-literal.ts";
import { adminUsernameShouldNotBeALiteral } from "./template/secrets/admin-username-should-not-be-a-literal.ts";
import { outputsMustNotContainSecrets } from "./template/secrets/outputs-must-not-contain-secrets.ts";
import { passwordParamsMustBeSecure } from "./template/secrets/password-params-must-be-secure.ts";
import { secureStringParametersCannotHaveDefault } from "./template/secrets/secure-string-parameters-cannot-have-default.ts";
import { credentialsAreNotGuessable } from "./template/credentials/credentials-are-not-guessable.ts";
import { credentialsAreNotLiterals } from "./template/credentials/credentials-are-not-literals.ts";
import { signedAddressesAreNotAssembled } from "./template/credentials/signed-addresses-are-not-assembled.ts";

/** Every certification rule, in the order reports show them. */
export const allRules: readonly Rule[] = [
  jsonFilesShouldBeValid,
  createUiDefinitionShouldHaveSchema,
  handlerMustBeCorrect,
  locationShouldBeInOutputs,
  outputsMustBePresentInTemplateParameters,
  parametersWithoutDefaultMustExistInCreateUiDefinition,
  tooltipsShouldBePresent,
  allowedValuesShouldActuallyBeAllowed,
  controlsInOutputsMustExist,
  createUiDefinitionMustNotHaveBlanks,
  credentialConfirmationShouldNotBeHidden,
  hideExistingMustBeCorrectlyHandled,
  passwordTextboxesMustBeUsedForPasswordParameters,
  passwordBoxesMustHaveMinLength,
  textboxesAreWellFormed,
  usernamesShouldNotHaveADefault,
  vmSizesMustMatchTemplate,
  validationsMustHaveMessage,
  createUiElementsAreKnown,
  createUiOutputTypesAgree,
  deploymentParametersShouldHaveContentVersion,
  deploymentParametersShouldHaveParameters,
  deploymentParametersShouldHaveSchema,
  deploymentParametersShouldHaveValue,
  adminPasswordShouldNotBeALiteral,
  adminUsernameShouldNotBeALiteral,
  outputsMustNotContainSecrets,
  passwordParamsMustBeSecure,
  secureStringParametersCannotHaveDefault,
  apiVersionsShouldBeRecent,
  apiVersionsShouldBeRecentInReferenceFunctions,
  providersApiVersionsIsNotPermitted,
  idsShouldBeDerivedFromResourceIds,
  resourceIdsShouldNotContain,
  urisShouldBeProperlyConstructed,
  virtualMachinesShouldNotBePreview,
  vmImagesShouldUseLatestVersion,
  vmSizeShouldBeAParameter,
  deploymentTemplateMustNotContainHardcodedUri,
  locationShouldNotBeHardcoded,
  minAndMaxValueAreNumbers,
  deploymentResourcesMustNotBeDebug,
  secureParamsInNestedDeployments,
  artifactsParameter,
  parameterTypesShouldBeConsistent,
  parametersMustBeReferenced,
  dependsOnBestPractices,
  deploymentTemplateSchemaIsCorrect,
  managedIdentityExtensionMustNotBeUsed,
  resourcesShouldHaveLocation,
  resourcesShouldNotBeAmbiguous,
  templateShouldNotContainBlanks,
  commandToExecuteMustUseProtectedSettingsForSecrets,
  dynamicVariableReferencesShouldNotUseConcat,
  variablesMustBeReferenced,
  templateIsWithinLimits,
  templateExpands,
  apiVersionsAreKnown,
  apiVersionsAreUniform,
  applianceIsWrapped,
  extensionsAreUpgraded,
  locationIsNotLimited,
  nestedTemplatesAreInTheirFolder,
  parametersAreDescribed,
  resourceTypesAreKnown,
  blobsAreNotPublic,
  linkedTemplatesAreInThePackage,
  managedApplicationsAreLocked,
  publicNetworkIsRestricted,
  remoteCodeIsPinned,
  roleAssignmentsAreNarrow,
  scriptSettingsHoldNoSecrets,
  transportIsEncrypted,
  credentialsAreNotGuessable,
  credentialsAreNotLiterals,
  signedAddressesAreNotAssembled,
];
