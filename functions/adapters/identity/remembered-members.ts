import type { Member } from "../../../shared/identity/member.ts";
import type { Principal } from "../../../shared/identity/principal.ts";
import type { Members } from "../../../shared/ports/callers.ts";
import { Remembered } from "./remembered.ts";

/** How long another instance may go on letting somebody in who was just removed. */
const seconds = 15;

/** Members whose entries are kept for a moment, because every request asks for one. */
export class RememberedMembers implements Members {
  readonly #members: Members;
  readonly #entries = new Remembered<Member>(seconds * 1000);

  constructor(members: Members) {
    this.#members = members;
  }

  read(publisherId: string, objectId: string): Promise<Member | undefined> {
    const key = keyOf({ publisherId, objectId });
    return this.#entries.get(key, () => this.#members.read(publisherId, objectId));
  }

  list(publisherId: string): Promise<readonly Member[]> {
    return this.#members.list(publisherId);
  }

  of(principal: Principal): Promise<readonly Member[]> {
    return this.#members.of(principal);
  }

  async put(member: Member): Promise<void> {
    await this.#members.put(member);
    this.#entries.forget(keyOf(member));
  }

  async remove(member: Member): Promise<void> {
    await this.#members.remove(member);
    this.#entries.forget(keyOf(member));
  }
}

const keyOf = ({ publisherId, objectId }: Pick<Member, "publisherId" | "objectId">): string =>
  `${publisherId}/${objectId.toLowerCase()}`;
