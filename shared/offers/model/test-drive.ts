import { z } from "zod";
import { videosOf } from "./listing/artifacts.ts";
import {
  fileForm,
  fileReference,
  guid,
  guidForm,
  html,
  htmlForm,
  text,
  wholeNumber,
} from "./formats.ts";
import { fieldsOf } from "./notes.ts";

const field = fieldsOf("Test Drive", "test-drive-settings");

const instances = (label: string, what: string): z.ZodType =>
  field(wholeNumber(0, 10_000), {
    label,
    need: "optional",
    what: `${what} Regions times all instances have to fit the subscription's quota.`,
    form: "a whole number of instances per region",
    fix: "Enter whole numbers of hot, warm or cold instances, at least one in all.",
    example: 1,
  });

const id = (label: string, what: string): z.ZodType =>
  field(guid, { label, need: "optional", what, form: guidForm });

/** The Test Drive tab, as it has to be while a Test Drive is enabled. */
export const testDriveFields = {
  enabled: field(z.boolean(), {
    label: "Enable Test Drive",
    need: "optional",
    what: "Whether customers can try the offer for a while; the other fields of the tab count only then.",
    form: "true or false",
    example: true,
  }),
  description: field(html(3000), {
    label: "Test Drive description",
    need: "required",
    what: "What customers can try.",
    form: `${htmlForm}, of at most 3000 characters`,
    isMarkup: true,
    fix: "Describe it.",
  }),
  userManual: field(fileReference, {
    label: "User manual",
    need: "recommended",
    what: "A PDF that walks through the Test Drive.",
    form: `a PDF: ${fileForm}`,
    fix: "Upload a PDF as an asset of kind document.",
    file: { kind: "document" },
  }),
  videos: videosOf("Test Drive"),
  regions: field(z.array(text(50)).min(1).max(30), {
    label: "Test Drive regions",
    need: "required",
    what: "The Azure regions it can be deployed to; one is advised.",
    form: "a list of Azure region names, such as westeurope",
    fix: "List an Azure region.",
    example: ["westeurope"],
  }),
  hotInstances: instances("Hot instances", "Deployed and running beforehand."),
  warmInstances: instances("Warm instances", "Deployed beforehand, and stopped."),
  coldInstances: instances("Cold instances", "Deployed when a customer asks."),
  durationHours: field(wholeNumber(1, 999), {
    label: "Duration",
    need: "required",
    what: "How long a customer may try it.",
    form: "1 to 999 whole hours",
    fix: "Enter 1 to 999 hours.",
    example: 2,
  }),
  package: field(fileReference, {
    label: "Test Drive package",
    need: "required",
    what: "A zip that holds main-template.json.",
    form: `a zip: ${fileForm}`,
    file: { kind: "test-drive-package" },
  }),
  accessInformation: field(html(10_000), {
    label: "Access information",
    need: "required",
    what: "How customers sign in; {{outputName}} is replaced by the template's output of that name.",
    form: `${htmlForm}, of at most 10000 characters`,
    isMarkup: true,
    fix: "Say how to sign in.",
  }),
  subscriptionId: id("Azure subscription ID", "Your subscription that Test Drives run in."),
  tenantId: id("Azure AD tenant ID", "The subscription's tenant."),
  applicationId: id("Azure AD app ID", "The app that deploys: a Contributor of the subscription."),
  applicationKey: field(text(512), {
    label: "Azure AD app key",
    need: "optional",
    what: "The app's secret. It is written and never shown again.",
  }),
};
