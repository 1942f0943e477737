// The activities and orchestrations behind the recorded answers of the real durable engine. Importing
// this file registers them; all orchestrations are deterministic apart from `nonDeterministic`.
import "./activities.ts";
import "./clock-and-management.ts";
import "./events.ts";
import "./failures.ts";
import "./groups.ts";
import "./patterns.ts";
import "./retries.ts";
import "./values.ts";
