import { startLocalApp } from "../../infra/local/local-app.ts";
import { followRelease, prepareOffer, publisherClient } from "../../infra/local/main-job.ts";
import { sampleSource } from "../../infra/local/release/sample-source.ts";
import { Screen } from "../../infra/local/terminal/screen.ts";
import { timed, type Figure } from "./figure.ts";
import { settledCount } from "./on-stores.ts";

const silent = new Screen({ write: () => true }, {});

/** A full publish of the sample offer: time, storage transactions, history. */
export async function* bench(): AsyncIterable<Figure> {
  const app = await startLocalApp({
    folder: undefined,
    port: 0,
    process: "2018-01",
    log: (level, category, message) => {
      if (level === "error") console.error(category, message);
    },
  });
  try {
    const source = await sampleSource(app.accountString("offerpress"));
    const client = await publisherClient(app, source);
    const total = (): Promise<number> => settledCount(() => app.storage.transactions());
    const atStart = await total();
    const uploading = await timed(() => prepareOffer(client, source, silent));
    const uploaded = await total();
    let looks = 0;
    client.onStatus = () => void looks++;
    const publishing = await timed(async () => {
      await client.publish();
      const { status } = await followRelease(app, client, source, silent);
      if (status !== "succeeded") throw new Error(`the sample ended ${status}`);
    });
    const published = (await total()) - uploaded;
    const id = `${source.publisherId}.${source.offerId}.1`;
    const events = (await app.host.durable.history(id)).length;
    yield { name: "sample: six uploads and saving", value: uploading, unit: "ms" };
    yield { name: "sample: Publish to Live", value: publishing, unit: "ms" };
    yield {
      name: "storage transactions, uploads and saving",
      value: uploaded - atStart,
      unit: "requests",
    };
    yield { name: "storage transactions, Publish to Live", value: published, unit: "requests" };
    yield {
      name: "  of these, one for each look at the status",
      value: looks,
      unit: "requests",
      ratio: looks / published,
      to: "all",
    };
    yield { name: "sample publish, history events", value: events, unit: "events" };
  } finally {
    await app.stop();
  }
}
