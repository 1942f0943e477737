import { access } from "../../../shared/identity/access.ts";
import { ok } from "../answers.ts";
import { endpoint } from "../endpoint.ts";

/** Callbacks that could not be applied, newest first; the messages stay on the poison queue. */
export const listUnappliedCallbacks = endpoint(
  { dialect: "own", access: access.staff },
  ({ ports }) =>
    async () => {
      return ok({
        poisonQueue: "reviewer-callbacks-poison",
        callbacks: await ports.reviews.unapplied(),
      });
    },
);
