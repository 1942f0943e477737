import { odata } from "@azure/data-tables";
import type { InstanceFilter } from "../instance-store.ts";
import { encodeKey, instanceRow } from "./table-keys.ts";

/** The filter of a list as the table service understands it. */
export function listFilter(filter: InstanceFilter): string {
  const parts = [odata`RowKey eq ${instanceRow}`];
  if (filter.idPrefix) {
    const prefix = encodeKey(filter.idPrefix);
    parts.push(odata`PartitionKey ge ${prefix}`, odata`PartitionKey lt ${`${prefix}\u{ffff}`}`);
  }
  if (filter.createdFrom !== undefined) parts.push(odata`Created ge ${filter.createdFrom}`);
  if (filter.createdTo !== undefined) parts.push(odata`Created le ${filter.createdTo}`);
  if (filter.statuses.length > 0) {
    const any = filter.statuses.map((status) => odata`Status eq ${status}`);
    parts.push(`(${any.join(" or ")})`);
  }
  return parts.join(" and ");
}
