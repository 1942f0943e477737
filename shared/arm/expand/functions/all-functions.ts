import { building } from "./collections/building.ts";
import { combining } from "./collections/combining.ts";
import { looking } from "./collections/looking.ts";
import { dates } from "./dates/dates.ts";
import { places } from "./deployment/places.ts";
import { resourceIds } from "./deployment/resource-ids.ts";
import { listFunction, runtime } from "./deployment/runtime.ts";
import { addresses } from "./numbers/addresses.ts";
import { comparing } from "./numbers/comparing.ts";
import { numbers } from "./numbers/numbers.ts";
import type { TemplateFunction } from "./template-function.ts";
import { fail } from "../evaluate/failure.ts";
import { textAt } from "./arguments.ts";
import { pure, many } from "./template-function.ts";
import { changing } from "./text/changing.ts";
import { encodings } from "./text/encodings.ts";
import { hashes } from "./text/hashes.ts";
import { joining } from "./text/joining.ts";

const functions = new Map<string, TemplateFunction>(
  Object.entries({
    ...joining,
    ...changing,
    ...encodings,
    ...hashes,
    ...numbers,
    ...comparing,
    ...addresses,
    ...building,
    ...looking,
    ...combining,
    ...dates,
    ...resourceIds,
    ...places,
    ...runtime,
    fail: pure([1, many], "any", (args) => fail(`the template stops with: ${textAt(args, 0)}`)),
  }),
);

/** The function of a name, in any letter case. */
export function functionNamed(name: string): TemplateFunction | undefined {
  return functions.get(name.toLowerCase()) ?? listFunction(name);
}
