import { fail } from "../../evaluate/failure.ts";
import type { Environment } from "../../evaluate/environment.ts";
import { integerAt, optionalText, textAt } from "../arguments.ts";
import { pure, type FunctionTable } from "../template-function.ts";
import { joinedHash } from "../text/hash.ts";
import { guidOf } from "../text/hashes.ts";
import { movedBy } from "./duration.ts";
import { formatDate } from "./format-date.ts";

export const dates: FunctionTable = {
  datetimeadd: pure([2, 3], "string", (args) => {
    const moved = movedBy(readDate(textAt(args, 0)), textAt(args, 1));
    return formatDate(moved, optionalText(args, 2) ?? "yyyy-MM-ddTHH:mm:ssZ");
  }),
  datetimefromepoch: pure(1, "string", (args) => {
    const date = new Date(integerAt(args, 0) * 1000);
    if (Number.isNaN(date.getTime())) fail("the number is out of the range of dates");
    return formatDate(date, "yyyy-MM-ddTHH:mm:ssZ");
  }),
  datetimetoepoch: pure(1, "int", (args) => Math.floor(readDate(textAt(args, 0)).getTime() / 1000)),
  utcnow: pure([0, 1], "string", (args, environment) => {
    onlyInDefaults(environment);
    return formatDate(environment.frame.asOf, optionalText(args, 0));
  }),
  newguid: pure(0, "string", (_, environment) => {
    onlyInDefaults(environment);
    return guidOf(joinedHash(["new", environment.frame.asOf.toISOString()]));
  }),
};

function onlyInDefaults({ isParameterDefault }: Environment): void {
  if (!isParameterDefault) {
    fail("it is only available in the default values of parameters: take its value from one");
  }
}

const compact = /^(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d):?(\d\d)(?:\.\d+)?Z?$/;

function readDate(text: string): Date {
  const hit = compact.exec(text.trim());
  const [year, month, day, hour, minute, second] = (hit ?? []).slice(1);
  const iso = hit === null ? text : `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? fail("the string is not a date and time") : date;
}
