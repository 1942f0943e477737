import { isSamePerson, type Member } from "../../../shared/identity/member.ts";
import type { Principal } from "../../../shared/identity/principal.ts";
import type { Members } from "../../../shared/ports/callers.ts";
import { encodeKey } from "../storage/key.ts";
import type { StorageAccount } from "../storage/storage-account.ts";
import type { Table } from "../storage/table.ts";

/** Members as rows, one partition per publisher; beside them, under each principal, its publishers. */
export class TableMembers implements Members {
  readonly #table: Table;

  constructor(account: StorageAccount) {
    this.#table = account.table("members");
  }

  async read(publisherId: string, objectId: string): Promise<Member | undefined> {
    return (await this.#table.read<Member>(memberKey(publisherId, objectId)))?.value;
  }

  async list(publisherId: string): Promise<readonly Member[]> {
    const rows = await this.#table.query<Member>(`PartitionKey eq '${publisherOf(publisherId)}'`);
    return rows.map((row) => row.value);
  }

  async of(principal: Principal): Promise<readonly Member[]> {
    const partition = principalOf(principal.objectId);
    const rows = await this.#table.query<string>(`PartitionKey eq '${partition}'`);
    const members = await Promise.all(
      rows.map(({ value: publisherId }) => this.read(publisherId, principal.objectId)),
    );
    return members.flatMap((member) => (member && isSamePerson(member, principal) ? member : []));
  }

  /** The index first: a row of it that names no member is passed over. */
  async put(member: Member): Promise<void> {
    await this.#table.put({ ...indexKey(member), value: member.publisherId });
    await this.#table.put({ ...memberKey(member.publisherId, member.objectId), value: member });
  }

  async remove(member: Member): Promise<void> {
    await this.#table.remove(memberKey(member.publisherId, member.objectId));
    await this.#table.remove(indexKey(member));
  }
}

const publisherOf = (publisherId: string): string => `publisher.${encodeKey(publisherId)}`;
const principalOf = (objectId: string): string => `principal.${encodeKey(objectId.toLowerCase())}`;

const memberKey = (publisherId: string, objectId: string) => ({
  partition: publisherOf(publisherId),
  row: encodeKey(objectId.toLowerCase()),
});
const indexKey = ({ publisherId, objectId }: Member) => ({
  partition: principalOf(objectId),
  row: encodeKey(publisherId),
});
