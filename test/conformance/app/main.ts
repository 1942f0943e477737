// Everything that the conformance tests need of a host, as one app.
import "./blobs.ts";
import "./http.ts";
import "./orchestrations.ts";
import "./queues.ts";
import "./timers.ts";
