import { createServer } from "node:net";

/** The port when it is free on 127.0.0.1, else 0: any free one. */
export function preferredPort(port: number): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => {
      resolve(0);
    });
    probe.listen(port, "127.0.0.1", () => {
      probe.close(() => {
        resolve(port);
      });
    });
  });
}
