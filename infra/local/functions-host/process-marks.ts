import process from "node:process";

const clockMark = Symbol.for("functions-host.clock");

/** What the app finds in its process while the host runs; returns the undoing. */
export function setProcessMarks(options: { port: number; now: () => Date }): () => void {
  const marks = globalThis as { [clockMark]?: () => Date };
  const hostname = process.env["WEBSITE_HOSTNAME"];
  // Without it the durable library rewrites all addresses to port 7071.
  process.env["WEBSITE_HOSTNAME"] = `localhost:${options.port}`;
  marks[clockMark] = options.now;
  return () => {
    if (marks[clockMark] === options.now) Reflect.deleteProperty(marks, clockMark);
    if (hostname === undefined) delete process.env["WEBSITE_HOSTNAME"];
    else process.env["WEBSITE_HOSTNAME"] = hostname;
  };
}
