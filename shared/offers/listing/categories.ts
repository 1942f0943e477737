const levels = {
  "analytics-azure-apps":
    "data-insights data-analytics bigData predictive-analytics real-time-streaming-analytics other-analytics",
  "ai-plus-machine-learning":
    "bot-services cognitive-services ml-service automated-ml business-robotic-process-automation data-labelling data-preparation knowledge-mining ml-operations other",
  blockchain: "app-accelerators single-node-ledger multi-node-ledger tools other",
  "compute-azure-apps": "appInfrastructure clientOS cache other-compute",
  containers: "container-apps container-images get-started-with-containers other",
  database:
    "nosql-databases relational-databases ledger-blockchain-databases data-lakes data-warehouse other-databases",
  "developer-tools-azure-apps": "tools-developer-tools scripts devService other-developer-tools",
  devops: "other",
  identity: "access-management other",
  integration: "messaging other",
  "internet-of-things-azure-apps":
    "iot-core-services iot-edge-modules iot-solutions data-analytics-and-visualization iot-connectivity other-internet-of-things",
  "it-and-management-tools-azure-apps":
    "management-solutions businessApplication other-it-management-tools",
  "monitoring-and-diagnostics": "other",
  media: "media-services content-protection live-and-on-demand-streaming other",
  migration: "data-migration other",
  "mixed-reality": "other",
  networking: "appliance-managers connectivity firewalls load-balancers other",
  security: "identity-and-access-management threat-protection information-protection other",
  "storage-azure-apps":
    "backup enterprise-hybrid-storage file-sharing data-lifecycle-management other-storage",
  web: "blogs-and-cmss starter-web-apps ecommerce web-apps-frameworks web-apps other",
};

/** The categories of Azure applications, each with its subcategories; spelling and case are the wire's. */
export const categoryLevels: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(levels).map(([category, below]) => [category, below.split(" ")]),
);

/** The older flat list, as far as its keys are known; other keys are stored and shown, with a warning. */
export const flatCategories: readonly string[] = [
  "devService",
  "networking",
  "database",
  "cache",
  "security",
];
