/** Something that cannot be checked: not there, too much, or nothing that certification knows. */
export class NotCheckable extends Error {
  override readonly name = "NotCheckable";
}
