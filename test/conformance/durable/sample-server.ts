import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** The site that the recorded `callHttp` cases talk to. */
export async function startSampleServer(): Promise<{ url: string; stop(): Promise<void> }> {
  let polls = 0;
  const server = createServer((request, response) => {
    if (request.url !== "/later") {
      response.writeHead(404).end("nothing here");
      return;
    }
    polls += 1;
    if (polls > 2) response.writeHead(200).end("ready");
    else response.writeHead(202, { location: "/later", "retry-after": "1" }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
