import { z } from "zod";

const EventSchema = z.looseObject({
  eventType: z.string(),
  subject: z.string().default(""),
  data: z.looseObject({
    validationCode: z.string().optional(),
    eTag: z.string().optional(),
    blobType: z.string().optional(),
  }),
});

const DeliverySchema = z.union([z.array(EventSchema), EventSchema.transform((event) => [event])]);

/** A new blob as Event Grid tells of it. */
interface BlobNotice {
  container: string;
  blob: string;
  etag?: string;
  blobType?: string;
}

/** What a delivery of Event Grid asks for; undefined when it is none. */
export type Delivery = { validationCode: string } | { notices: BlobNotice[] } | undefined;

const subjectPattern = /^\/blobServices\/default\/containers\/([^/]+)\/blobs\/(.+)$/s;

export function readDelivery(body: unknown): Delivery {
  const parsed = DeliverySchema.safeParse(body);
  if (!parsed.success) return undefined;
  const events = parsed.data;
  const validation = events.find(
    (event) => event.eventType === "Microsoft.EventGrid.SubscriptionValidationEvent",
  );
  if (validation) return { validationCode: validation.data.validationCode ?? "" };
  const notices = events.flatMap(({ eventType, subject, data }): BlobNotice[] => {
    const [, container, blob] = subjectPattern.exec(subject) ?? [];
    if (eventType !== "Microsoft.Storage.BlobCreated" || !container || !blob) return [];
    return [
      {
        container,
        blob,
        ...(data.eTag !== undefined && { etag: data.eTag }),
        ...(data.blobType !== undefined && { blobType: data.blobType }),
      },
    ];
  });
  return { notices };
}
