import { z } from "zod";
import {
  fileForm,
  fileReference,
  guid,
  guidForm,
  secureAddress,
  secureAddressForm,
  text,
} from "../formats.ts";
import { field as noted, fieldsOf } from "../notes.ts";

const field = fieldsOf("SKUs");
const managed = fieldsOf("SKUs", "plan-managed-application");

const packageFile = field(fileReference, {
  label: "Package file",
  need: "required",
  what: "The zip that holds mainTemplate.json and createUiDefinition.json.",
  form: `a zip of at most 1 GiB: ${fileForm}`,
  fix: "Upload the zip as an asset of kind package and put its reference here.",
  file: { kind: "package" },
});

/** A package of a solution template. */
export const SolutionTemplatePackage = z.looseObject({
  packageVersion: noted(z.looseObject({ packageFile }), {
    tab: "SKUs",
    label: "Package",
    need: "required",
    what: "The package itself.",
    form: "an object with packageFile",
  }),
});

const id = (label: string, what: string): z.ZodType =>
  managed(guid, { label, need: "required", what, form: guidForm });

const Authorization = z.looseObject({
  principalId: id(
    "Principal ID",
    "Object id of a user, group or app of yours; a group is easiest to change.",
  ),
  roleDefinitionId: id(
    "Role definition ID",
    "The role it gets in the managed resource group: Owner is 8e3af657-a8ff-443c-a75c-2fe8c4bcb635, Contributor b24988ac-6180-42a0-ab88-20f7382dd24c.",
  ),
});

const Policy = z.looseObject({
  policyName: managed(text(50), {
    label: "Policy name",
    need: "required",
    what: "What the assignment is called.",
    form: "text of at most 50 characters",
  }),
  policySku: managed(z.enum(["Free", "Standard"]), {
    label: "Policy SKU",
    need: "optional",
    what: "Standard is needed for audit policies.",
    form: "Free or Standard",
  }),
});

const actions = (label: string, what: string): z.ZodType =>
  managed(z.array(text(200)).max(100), {
    label,
    need: "optional",
    what,
    form: "a list of actions, such as Microsoft.Compute/virtualMachines/restart/action",
  });

/** What a managed application's package says beside its file. */
const managedFields = {
  authorizations: managed(z.array(Authorization).min(1).max(100), {
    label: "Authorizations",
    need: "required",
    what: "Who of you may manage the customer's resources, and as what.",
    form: "a list of objects with principalId and roleDefinitionId",
    fix: "Add an authorization of a principal ID and a role definition ID.",
  }),
  policies: managed(z.array(Policy).max(5), {
    label: "Policies",
    need: "optional",
    what: "Azure policies that hold in the managed resource group.",
    form: "a list of at most five objects with policyName, policyDefinitionID, policyParameters and policySku",
  }),
  publisherJitAccessPolicy: managed(z.looseObject({ jitAccessEnabled: z.boolean() }), {
    label: "Just-in-time access",
    need: "optional",
    what: "Whether you ask the customer for access each time; the createUiDefinition must support it.",
    form: 'an object such as {"jitAccessEnabled":false}',
    example: { jitAccessEnabled: false },
  }),
  ApplicationLockingPolicies: managed(z.looseObject({ CanEnableCustomerActions: z.boolean() }), {
    label: "Locking",
    need: "optional",
    what: "Whether the customer may do more than read.",
    form: 'an object such as {"CanEnableCustomerActions":false}',
    example: { CanEnableCustomerActions: false },
  }),
  allowedCustomerActions: actions(
    "Allowed customer actions",
    "What customers may do beside reading.",
  ),
  allowedDataActions: actions("Allowed data actions", "What customers may do with data."),
  deploymentMode: managed(z.enum(["Complete", "Incremental"]), {
    label: "Deployment mode",
    need: "optional",
    what: "Whether an update removes resources that its template does not declare.",
    form: "Complete or Incremental",
  }),
  notificationEndpoint: managed(secureAddress, {
    label: "Notification endpoint",
    need: "optional",
    what: "Told when an application is created, updated or deleted.",
    form: secureAddressForm,
  }),
};

const tenantId = managed(guid, {
  label: "Tenant ID",
  need: "required",
  what: "Your Azure AD tenant, which the authorizations are of.",
  form: guidForm,
  fix: "Enter your tenant's GUID.",
});

const managedVersion = (shape: Readonly<Record<string, z.ZodType>>): z.ZodType =>
  noted(z.looseObject(shape), {
    tab: "SKUs",
    label: "Package",
    need: "required",
    what: "The package itself.",
    form: "an object with packageFile and tenantId",
  });

/** A package of a managed application. */
export const ManagedApplicationPackage = z.looseObject({
  packageVersion: managedVersion({ packageFile, tenantId }),
  ...managedFields,
});

/** What it says beyond the package of a solution template. */
export const ManagedPackage = z.looseObject({
  packageVersion: managedVersion({ tenantId }).optional(),
  ...managedFields,
});
