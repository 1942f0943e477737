/** What is wrong with an archive, in words that follow "The package" or a file's name. */
export class ArchiveDamage extends Error {
  override readonly name = "ArchiveDamage";
}

export const damaged = "is damaged or was cut off";
export const misleading = "is built so that two programs could read different files from it";
export const wrongSum = "does not have the check sum it claims";
export const wrongSize = "unpacks to another size than it claims";
