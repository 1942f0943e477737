const absent = new Set(["TableNotFound", "ContainerNotFound", "ContainerBeingDeleted"]);

interface StorageFailure {
  readonly statusCode?: unknown;
  readonly code?: unknown;
  readonly details?: { readonly errorCode?: unknown; readonly odataError?: { code?: unknown } };
}

const fields = (error: unknown): StorageFailure =>
  typeof error === "object" && error !== null ? error : {};

/** The HTTP status storage answered with, if it answered. */
export function storageStatus(error: unknown): number | undefined {
  const { statusCode } = fields(error);
  return typeof statusCode === "number" ? statusCode : undefined;
}

/** Whether the table or container itself does not exist yet. */
export function isHomeless(error: unknown): boolean {
  const { code, details } = fields(error);
  return [code, details?.errorCode, details?.odataError?.code].some((found) =>
    absent.has(String(found)),
  );
}

/** Runs `act`; when its table or container is missing, makes that and runs `act` once more. */
export async function withHome<T>(act: () => Promise<T>, make: () => Promise<unknown>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!isHomeless(error)) throw error;
    await make();
    return await act();
  }
}

/** Runs `act`; answers undefined when storage refuses with one of `statuses`. */
export async function unless<T>(
  statuses: readonly number[],
  act: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    if (statuses.includes(storageStatus(error) ?? 0)) return undefined;
    throw error;
  }
}
