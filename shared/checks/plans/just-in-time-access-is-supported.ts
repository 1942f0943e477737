import type { JsonDocument } from "../../arm/json/json-document.ts";
import { sameText, stringOf } from "../../arm/json/node.ts";
import { findProperties } from "../../arm/json/walk.ts";
import { objectOf } from "../../offers/json-fields.ts";
import { planRule } from "./plan-rule.ts";

const configurator = "Microsoft.Solutions.JitConfigurator";

/** A plan with just-in-time access lets the customer set it up. */
export const justInTimeAccessIsSupported = planRule(
  {
    id: "just-in-time-access-is-supported",
    title: "The form supports just-in-time access where the plan has it",
    why: "The customer approves just-in-time access in the form; without it, the publisher never gets any.",
    fix: `Add an element of the type ${configurator} to createUiDefinition.json and its value to the output jitAccessPolicy, or switch just-in-time access off.`,
    example: {
      bad: '{"outputs":{"location":"[location()]"}}',
      good: '{"outputs":{"location":"[location()]","jitAccessPolicy":"[basics(\'jit\')]"}}',
    },
    severity: "error",
    source: "Packages of managed applications, 2018-12",
  },
  function* check({ entry }, definition) {
    const path = ["publisherJitAccessPolicy", "jitAccessEnabled"];
    if (objectOf(entry["publisherJitAccessPolicy"])["jitAccessEnabled"] !== true) return;
    const form = definition();
    if (form === undefined || supports(form)) return;
    yield {
      path,
      label: "Just-in-time access",
      value: "true",
      errorId: "Jit.Is.Not.Supported",
      message: `Just-in-time access is on, but ${form.file} has no element for it.`,
    };
  },
);

const supports = ({ root }: JsonDocument): boolean =>
  [...findProperties(root, ["type"])].some(({ value }) => sameText(stringOf(value), configurator));
