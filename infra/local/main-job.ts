import { addDays } from "./release/add-days.ts";
import { driveRelease, type Cast } from "./release/drive-release.ts";
import { DirectoryClient } from "./identity/client/directory-client.ts";
import { PublisherClient, type OfferStatus } from "./release/publisher-client.ts";
import { nextVersion, savedPackages, type ReleaseSource } from "./release/release-source.ts";
import { Reviewer } from "./release/reviewer.ts";
import type { Screen } from "./terminal/screen.ts";
import type { LocalApp } from "./local-app.ts";

/** How long the reviewers of the local start take, on the moved clock. */
const reviewDays = 8;
const underWay = new Set(["running", "waitingForPublisherReview"]);

/** Publishes the source's offer, or goes on with the release that a killed host left under way. */
export async function publishBeforeYourEyes(
  app: LocalApp,
  source: ReleaseSource,
  screen: Screen,
): Promise<OfferStatus> {
  const client = await publisherClient(app, source);
  const draft = await client.read();
  const interrupted = draft !== undefined && underWay.has((await client.status()).status);
  if (interrupted) screen.line(`going on with the release of ${source.offerId} that was under way`);
  else {
    await prepareOffer(client, source, screen);
    await client.publish();
  }
  return followRelease(app, client, source, screen);
}

/** A client that signs in as the owner of the source's publisher. */
export async function publisherClient(
  app: LocalApp,
  source: ReleaseSource,
): Promise<PublisherClient> {
  const { publisherId } = source;
  await new DirectoryClient(app.url, app.tokens).ensurePublisher(publisherId);
  return new PublisherClient(app.url, source, () => app.tokens.of(`${publisherId}-owner`));
}

/** Uploads the source's files and saves the offer that names them, with a version above the last. */
export async function prepareOffer(
  client: PublisherClient,
  source: ReleaseSource,
  screen: Screen,
): Promise<void> {
  const packages = savedPackages(await client.read());
  const version = nextVersion(packages);
  screen.line(screen.style.bold(`publishing ${source.title}, package version ${version}`));
  const assets = new Map<string, string>();
  await Promise.all(
    source.files.map(async (file) => {
      const asset = await client.upload(file.kind, file.fileName, file.bytes);
      assets.set(file.role, asset.reference);
      screen.line(`  uploaded ${file.fileName}: ${asset.state}`);
    }),
  );
  const entry = source.packageEntry(assets.get("package") ?? "");
  await client.save(source.document(assets, { ...packages, [version]: entry }));
}

/** Watches the newest submission to its end, sign-off and review given by the local start. */
export const followRelease = (
  app: LocalApp,
  client: PublisherClient,
  source: ReleaseSource,
  screen: Screen,
): Promise<OfferStatus> => driveRelease(client, castFor(app, client, source, screen), screen);

function castFor(
  app: LocalApp,
  client: PublisherClient,
  source: ReleaseSource,
  screen: Screen,
): Cast {
  return {
    async signOff() {
      screen.line("  sign-off reached; Go Live is given for you by the local start");
      await client.goLive();
    },
    async review(submission) {
      screen.line(
        `  in review; the clock moves ${String(reviewDays)} days forward, then the reviewer approves on the queue`,
      );
      await app.clock.advanceTo(addDays(app.clock.now(), reviewDays));
      const submissionId = `${source.publisherId}.${source.offerId}.${String(submission)}`;
      await new Reviewer(app.accountString("callbacks")).approve(submissionId, 1, app.clock.now());
    },
  };
}
