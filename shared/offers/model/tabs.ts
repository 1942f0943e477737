/** The tabs of the offer editor, in its order. */
export const tabs = ["Offer Settings", "SKUs", "Marketplace", "Test Drive", "Support"] as const;
export type Tab = (typeof tabs)[number];
