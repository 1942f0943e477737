import { DirectoryClient } from "../../../infra/local/identity/client/directory-client.ts";
import type { LocalTokens } from "../../../infra/local/identity/client/local-tokens.ts";
import { PublisherClient } from "../../../infra/local/release/publisher-client.ts";
import { Reviewer } from "../../../infra/local/release/reviewer.ts";
import { sampleSource } from "../../../infra/local/release/sample-source.ts";
import type { ServerUnderTest } from "./running/server-under-test.ts";

/** A running Offerpress on this machine. */
interface LocalOfferpress {
  readonly url: string;
  readonly tokens: LocalTokens;
  /** The connection string of one of its accounts. */
  accountString(account: "offerpress" | "callbacks"): string;
}

const publisher = "contoso";

/** It as a server under test: with whole offers, and with reviewers. */
export async function localServer(
  local: LocalOfferpress,
  offerPrefix: string,
): Promise<ServerUnderTest> {
  const { url, tokens } = local;
  const directory = new DirectoryClient(url, tokens);
  await directory.ensurePublisher(publisher);
  await directory.ensurePublisher("fabrikam");
  const token = remembered(() => tokens.of(`${publisher}-owner`));
  const clientOf = (offerId: string) =>
    new PublisherClient(url, { publisherId: publisher, offerId }, token);
  const sample = await sampleSource(local.accountString("offerpress"));
  const reviewer = new Reviewer(local.accountString("callbacks"));
  return {
    url,
    publisher,
    foreignPublisher: "fabrikam",
    offerPrefix,
    token,
    async documentFor(offer) {
      const client = clientOf(offer);
      const uploaded = sample.files.map(async ({ role, kind, fileName, bytes }) => {
        const { reference } = await client.upload(kind, fileName, bytes);
        return [role, reference] as const;
      });
      const assets = new Map(await Promise.all(uploaded));
      const packages = { "1.0.0": sample.packageEntry(assets.get("package") ?? "") };
      return { ...sample.document(assets, packages), id: offer, publisherId: publisher };
    },
    async approve(offer) {
      const { submission = 0 } = await clientOf(offer).status();
      await reviewer.approve(`${publisher}.${offer}.${String(submission)}`, 1, new Date());
    },
  };
}

/** The local issuer's tokens live longer than any run. */
function remembered(get: () => Promise<string>): () => Promise<string> {
  let token: Promise<string> | undefined;
  return () => (token ??= get());
}
