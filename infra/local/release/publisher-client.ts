import process from "node:process";

/** A step as the status answer shows it. */
export interface StatusStep {
  id: string;
  stepName: string;
  status: string;
  progressPercentage: number;
  estimatedTimeFrame?: string;
  messages: { messageHtml: string; level: string; timestamp: string }[];
  findings?: StatusFinding[];
}
export interface StatusFinding {
  ruleId: string;
  severity: string;
  message: string;
  fix: string;
  file?: string;
  line?: number;
  column?: number;
  field?: string;
}
export interface OfferStatus {
  status: string;
  submission?: number;
  steps: StatusStep[];
}
export interface AssetAnswer {
  assetId: string;
  state: "awaiting-upload" | "accepted" | "rejected";
  /** What an offer document names the asset by. */
  reference: string;
  /** Where its bytes go; only in the answer to the request for an upload. */
  upload?: { url: string; headers: Record<string, string> };
  findings: StatusFinding[];
}
interface Answer<T> {
  status: number;
  body: T;
}

/** What a publisher's own tool does: the REST API over HTTP, nothing else. */
export class PublisherClient {
  readonly #offer: string;
  readonly #base: string;
  readonly #tokens: () => Promise<string>;
  #token: Promise<string> | undefined;
  /** Told of every look at the status. */
  onStatus: () => void = () => undefined;

  /** `token` is called for the first request, and again when a token is no longer taken. */
  constructor(
    base: string,
    { publisherId, offerId }: { publisherId: string; offerId: string },
    token: () => Promise<string>,
  ) {
    this.#base = base;
    this.#tokens = token;
    this.#offer = `/api/publishers/${publisherId}/offers/${offerId}`;
  }

  address(path: string): string {
    return `${this.#base}${this.#offer}${path}?api-version=2017-10-31`;
  }

  async read(): Promise<Record<string, unknown> | undefined> {
    const { status, body } = await this.#call<Record<string, unknown>>("GET", "");
    return status === 404 ? undefined : body;
  }

  async save(document: unknown): Promise<void> {
    await this.#call("PUT", "", document);
  }

  /** Asks for an upload, writes the bytes to storage, and waits for the verdict. */
  async upload(kind: string, fileName: string, bytes: Uint8Array): Promise<AssetAnswer> {
    const { body } = await this.#call<AssetAnswer>("POST", "/assets", { kind, fileName });
    if (body.upload === undefined) throw new Error(`no upload address for ${fileName}`);
    const put = await fetch(body.upload.url, {
      method: "PUT",
      headers: body.upload.headers,
      body: bytes.slice(),
    });
    if (!put.ok) throw new Error(`upload of ${fileName}: ${String(put.status)}`);
    return this.#verdict(body.assetId);
  }

  async #verdict(assetId: string): Promise<AssetAnswer> {
    const giveUp = process.uptime() + 60;
    for (;;) {
      const { body } = await this.#call<AssetAnswer>("GET", `/assets/${assetId}`);
      if (body.state !== "awaiting-upload") return body;
      if (process.uptime() > giveUp) throw new Error(`no verdict on asset ${assetId} in a minute`);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }

  async publish(): Promise<void> {
    await this.#call("POST", "/publish", {
      metadata: { "notification-emails": "publisher@contoso.example" },
    });
  }

  async goLive(): Promise<void> {
    await this.#call("POST", "/golive");
  }

  async status(): Promise<OfferStatus> {
    this.onStatus();
    return (await this.#call<OfferStatus>("GET", "/status")).body;
  }

  async #send(method: string, path: string, body: unknown): Promise<Response> {
    this.#token ??= this.#tokens();
    return fetch(this.address(path), {
      method,
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${await this.#token}`,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  async #call<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    let response = await this.#send(method, path, body);
    if (response.status === 401) {
      this.#token = undefined;
      response = await this.#send(method, path, body);
    }
    const text = await response.text();
    if (!response.ok && response.status !== 404)
      throw new Error(`${method} ${this.#offer}${path}: ${String(response.status)} ${text}`);
    if (response.status === 404 && method !== "GET")
      throw new Error(`${method} ${this.#offer}${path}: 404 ${text}`);
    return { status: response.status, body: (text === "" ? {} : JSON.parse(text)) as T };
  }
}
