/** Something Azure would punish: what happens there, and the way out. */
export interface Hazard {
  code: string;
  message: string;
}

const kinds = {
  "unknown-activity": (name: string) =>
    `No activity '${name}' is registered: on Azure nothing is scheduled and the instance hangs for ever. Register it, or correct the name.`,
  "unknown-orchestration": (name: string) =>
    `No orchestration '${name}' is registered: on Azure nothing is started and the instance hangs for ever. Register it, or correct the name.`,
  "own-child-id": (id: string) =>
    `A sub-orchestration must not have the id of its own parent '${id}': on Azure the instance hangs for ever. Give the child another id, or none.`,
  "retry-timeout": () =>
    "retryTimeoutInMilliseconds is set: once it has passed after a failure, the instance hangs for ever on Azure. Limit the number of attempts instead.",
  "long-timer-in-race": () =>
    "A timer beyond the short-timer limit is raced in Task.any: if it loses after its first chunk, replay fails as Non-Deterministic on Azure. Loop over timers of at most 2 days.",
  "retry-in-group": () =>
    "A call with retry stands inside Task.all or Task.any: as soon as it retries, ids shift on Azure and the run fails or reads a wrong value. Put the retrying call into a sub-orchestration.",
  "open-timer": (ids: string) =>
    `The orchestrator has ended but timer ${ids} was not cancelled: on Azure the instance stays Running until the timer is due. Call timer.cancel().`,
  "events-lost": (names: string) =>
    `The instance continues as new while events (${names}) wait to be read: on Azure they are lost. Read them first, or raise them to the new generation.`,
  "event-case": (names: string) =>
    `An event was raised in another case than it is waited for (${names}): on Azure it is lost. Use the same spelling.`,
  "quoted-input": () =>
    "continueAsNew got a string: on Azure it arrives with its JSON quotes. Pass an object.",
  "boolean-input": (name: string) =>
    `Activity '${name}' got a boolean: on Azure it arrives as the text "True" or "False". Pass an object.`,
  "text-lost": () =>
    "The orchestrator threw a string or an Error without text: on Azure the text is lost. Throw an Error with a message.",
  stuck: () =>
    "The orchestrator waits for something that can never come (was undefined thrown or yielded?): on Azure the instance stays Running for ever. Throw only Errors and yield only tasks.",
  "terminated-child": (id: string) =>
    `Sub-orchestration '${id}' was terminated: on Azure its parent fails as Non-Deterministic, whatever it catches. Raise an event that lets the child end.`,
  "impure-orchestrator": () =>
    "Two replays of the same history gave different actions: on Azure the instance fails or goes wrong. Use only the context's clock and ids.",
  "payload-size": (size: string) =>
    `A payload is too large (${size}). Keep payloads small and pass references.`,
} satisfies Record<string, (detail: string) => string>;

export type HazardCode = keyof typeof kinds;

/** Describes one hazard. */
export function hazard(code: HazardCode, detail = ""): Hazard {
  return { code, message: kinds[code](detail) };
}
