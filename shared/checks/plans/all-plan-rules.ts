import { authorizationsAreDistinct } from "./authorizations-are-distinct.ts";
import { customerActionsAreNarrow } from "./customer-actions-are-narrow.ts";
import { customerActionsTakeEffect } from "./customer-actions-take-effect.ts";
import { justInTimeAccessIsSupported } from "./just-in-time-access-is-supported.ts";
import type { PlanRule } from "./plan-rule.ts";
import { publisherRolesAreNarrow } from "./publisher-roles-are-narrow.ts";

/** Every certification rule of what a managed application's plan says beside its package. */
export const allPlanRules: readonly PlanRule[] = [
  publisherRolesAreNarrow,
  authorizationsAreDistinct,
  customerActionsAreNarrow,
  customerActionsTakeEffect,
  justInTimeAccessIsSupported,
];
