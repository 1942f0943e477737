import type { CallerName } from "../../../support/fake/fake-identity.ts";

/** Columns of the table below. The address names Contoso, so Fabrikam's owner is the stranger. */
export const columns = [
  "contoso-owner",
  "contoso-contributor",
  "fabrikam-owner",
  "reviewer",
  "operator",
  "nobody",
  "anonymous",
] as const satisfies readonly (CallerName | "anonymous")[];

/** Who gets through to what; written by hand, so that a changed declaration is a changed line here. */
export const accessMatrix = `
                          owner contributor stranger reviewer operator nobody anonymous
listPublishers            yes   yes         yes      yes      yes      yes    401
listOfferTypes            yes   yes         yes      yes      yes      yes    401
readPublisher             yes   yes         403      yes      yes      403    401
writePublisher            403   403         403      403      yes      403    401
listUsers                 yes   yes         403      yes      yes      403    401
writeUser                 yes   403         403      403      yes      403    401
removeUser                yes   403         403      403      yes      403    401
listOffers                yes   yes         403      yes      yes      403    401
readOffer                 yes   yes         403      yes      yes      403    401
writeOffer                yes   yes         403      403      403      403    401
readVersion               yes   yes         403      yes      yes      403    401
readSlot                  yes   yes         403      yes      yes      403    401
validateOffer             yes   yes         403      yes      yes      403    401
orderPublish              yes   yes         403      403      403      403    401
orderGoLive               yes   yes         403      403      403      403    401
orderCancel               yes   yes         403      403      yes      403    401
orderResume               yes   yes         403      403      yes      403    401
readDiff                  yes   yes         403      yes      yes      403    401
readHistory               yes   yes         403      yes      yes      403    401
readStatus                yes   yes         403      yes      yes      403    401
listOperations            yes   yes         403      yes      yes      403    401
readOperation             yes   yes         403      yes      yes      403    401
readOperationByReference  yes   yes         403      yes      yes      403    401
readReport                yes   yes         403      yes      yes      403    401
readReview                yes   yes         403      yes      yes      403    401
listWaivers               yes   yes         403      yes      yes      403    401
writeWaiver               403   403         403      yes      yes      403    401
removeWaiver              403   403         403      yes      yes      403    401
requestAsset              yes   yes         403      403      403      403    401
listAssets                yes   yes         403      yes      yes      403    401
readAsset                 yes   yes         403      yes      yes      403    401
listProcesses             yes   yes         yes      yes      yes      yes    401
readProcess               yes   yes         yes      yes      yes      yes    401
listCatalogue             yes   yes         yes      yes      yes      yes    yes
readCatalogueEntry        yes   yes         yes      yes      yes      yes    yes
readPlanPackage           yes   yes         yes      yes      yes      yes    yes
listUnappliedCallbacks    403   403         403      yes      yes      403    401
readPreview               yes   yes         yes      yes      yes      yes    401
readApiDescription        yes   yes         yes      yes      yes      yes    yes
readApiViewer             yes   yes         yes      yes      yes      yes    yes
readApiViewerFile         yes   yes         yes      yes      yes      yes    yes
`
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [name = "", ...cells] = line.trim().split(/ +/);
    return { name, cells };
  });
