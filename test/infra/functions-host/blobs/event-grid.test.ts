import { describe, expect, it } from "vitest";

import { readDelivery } from "../../../../infra/local/functions-host/blobs/event-grid.ts";

const created = {
  eventType: "Microsoft.Storage.BlobCreated",
  subject: "/blobServices/default/containers/uploads/blobs/a/b c.zip",
  data: { eTag: "0x8D", blobType: "BlockBlob", url: "https://x" },
};

describe("a delivery of Event Grid", () => {
  it("to validate the subscription holds the code to answer with", () => {
    const validation = {
      eventType: "Microsoft.EventGrid.SubscriptionValidationEvent",
      data: { validationCode: "512d38b6" },
    };
    expect(readDelivery([validation])).toEqual({ validationCode: "512d38b6" });
  });

  it("tells of new blobs, alone or in a list, and of nothing else", () => {
    const notice = {
      container: "uploads",
      blob: "a/b c.zip",
      etag: "0x8D",
      blobType: "BlockBlob",
    };
    const deleted = { ...created, eventType: "Microsoft.Storage.BlobDeleted" };
    expect(readDelivery([created, deleted])).toEqual({ notices: [notice] });
    expect(readDelivery(created)).toEqual({ notices: [notice] });
    expect(readDelivery([{ ...created, subject: "/elsewhere" }])).toEqual({ notices: [] });
  });

  it.each([null, "text", [{}], { eventType: 1 }])("is not %j", (body) => {
    expect(readDelivery(body)).toBeUndefined();
  });
});
