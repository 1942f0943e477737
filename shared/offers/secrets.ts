import type { JsonObject } from "./json-fields.ts";
import { objectOf, textOf } from "./json-fields.ts";
import { marketplace, offerFieldsOf, testDrive } from "./offer-document.ts";

interface SecretField {
  /** A key of `definition.offer`. */
  readonly key: string;
  /** The field inside it; without one the key itself is the secret. */
  readonly field?: string;
}

/** Every field that is written but never read back. */
const secretFields: readonly SecretField[] = [
  { key: `${marketplace}tableLeadConfiguration`, field: "connectionString" },
  { key: `${marketplace}blobLeadConfiguration`, field: "connectionString" },
  { key: `${marketplace}crmLeadConfiguration`, field: "applicationKey" },
  { key: `${marketplace}crmLeadConfiguration`, field: "password" },
  // The address of a Flow carries its signature.
  { key: `${marketplace}httpsEndpointLeadConfiguration`, field: "httpsEndpointUri" },
  { key: `${testDrive}applicationKey` },
  // What later clients call the same key.
  { key: `${testDrive}azureActiveDirectoryApplicationKey` },
];

const without = (object: JsonObject, name: string): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));

const withOffer = (document: JsonObject, offer: JsonObject): JsonObject => {
  const definition = objectOf(document["definition"]);
  if (definition["offer"] === undefined && Object.keys(offer).length === 0) return document;
  return { ...document, definition: { ...definition, offer } };
};

const read = (offer: JsonObject, { key, field }: SecretField): string =>
  textOf(field === undefined ? offer[key] : objectOf(offer[key])[field]);

const removed = (offer: JsonObject, secret: SecretField): JsonObject => {
  const { key, field } = secret;
  if (!(key in offer)) return offer;
  return field === undefined
    ? without(offer, key)
    : { ...offer, [key]: without(objectOf(offer[key]), field) };
};

/** The document as it may be shown: without any secret. */
export const withoutSecrets = (document: JsonObject): JsonObject =>
  withOffer(document, secretFields.reduce(removed, offerFieldsOf(document)));

const keepsLeads = (incoming: JsonObject, stored: JsonObject): boolean =>
  textOf(incoming[`${marketplace}leadDestination`]) ===
  textOf(stored[`${marketplace}leadDestination`]);

/**
 * The incoming document with the secrets it left out taken from the stored one,
 * so that a document read without them can be written back. A changed lead destination keeps none.
 */
export function keepSecrets(incoming: JsonObject, stored: JsonObject | undefined): JsonObject {
  if (stored === undefined) return incoming;
  const before = offerFieldsOf(stored);
  let offer = offerFieldsOf(incoming);
  const keepsLeadSecrets = keepsLeads(offer, before);
  for (const secret of secretFields) {
    const value = read(before, secret);
    const isLead = secret.key.startsWith(marketplace);
    if (value === "" || read(offer, secret) !== "" || (isLead && !keepsLeadSecrets)) continue;
    const { key, field } = secret;
    offer = {
      ...offer,
      [key]: field === undefined ? value : { ...objectOf(offer[key]), [field]: value },
    };
  }
  return withOffer(incoming, offer);
}
