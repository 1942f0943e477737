import { access } from "../../../shared/identity/access.ts";
import { ok } from "../answers.ts";
import { endpoint } from "../endpoint.ts";

/** The kinds of offer that can be published here: there is one. */
export const listOfferTypes = endpoint(
  { dialect: "cpp", access: access.signedIn },
  () => () =>
    Promise.resolve(
      ok([
        {
          id: "microsoft-azure-applications",
          displayText: "Azure application",
          skuTypes: ["SolutionTemplate", "ManagedApplication"],
        },
      ]),
    ),
);
