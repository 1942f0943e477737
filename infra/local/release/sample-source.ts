import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { writePackage } from "../../../shared/packages/write-package.ts";
import { logoFields, logoFiles } from "./logo-files.ts";
import type { ReleaseSource } from "./release-source.ts";

const sample = path.resolve(import.meta.dirname, "../sample");

interface SampleOffer {
  id: string;
  publisherId: string;
  definition: {
    displayText: string;
    offer: Record<string, unknown>;
    plans: [Record<string, unknown> & { planId: string }];
  };
}
const packagesKey = "microsoft-azure-applications.package";
const testDriveKey = "microsoft-azure-marketplace-testdrive.package";
const destinationKey = "microsoft-azure-marketplace.leadDestination";
const leadsKey = "microsoft-azure-marketplace.tableLeadConfiguration";

async function zipOf(folder: string): Promise<Uint8Array> {
  const root = path.join(sample, folder);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const file = path.join(entry.parentPath, entry.name);
        return {
          path: path.relative(root, file).split(path.sep).join("/"),
          bytes: new Uint8Array(await readFile(file)),
        };
      }),
  );
  return (await writePackage(files)).bytes;
}

/** The sample offer; its leads go to a table of `leadStorage`, or nowhere. */
export async function sampleSource(leadStorage: string | undefined): Promise<ReleaseSource> {
  const offer = JSON.parse(await readFile(path.join(sample, "offer.json"), "utf8")) as SampleOffer;
  const { definition } = offer;
  const [plan] = definition.plans;
  const [template] = Object.values(plan[packagesKey] as Record<string, PackageEntry>);
  return {
    publisherId: offer.publisherId,
    offerId: offer.id,
    planId: plan.planId,
    title: definition.displayText,
    files: [
      {
        role: "package",
        kind: "package",
        fileName: "contoso-ledger.zip",
        bytes: await zipOf("package"),
      },
      {
        role: "testDrive",
        kind: "test-drive-package",
        fileName: "test-drive.zip",
        bytes: await zipOf("test-drive"),
      },
      ...logoFiles(),
    ],
    packageEntry: (packageFile) => ({
      ...template,
      packageVersion: { ...template?.packageVersion, packageFile },
    }),
    document: (assets, packages) => ({
      ...offer,
      definition: {
        ...definition,
        offer: {
          ...definition.offer,
          ...leadsTo(leadStorage),
          ...logoFields(assets),
          [testDriveKey]: assets.get("testDrive") ?? "",
        },
        plans: [{ ...plan, [packagesKey]: packages }],
      },
    }),
  };
}

const leadsTo = (storage: string | undefined): Record<string, unknown> =>
  storage === undefined
    ? { [destinationKey]: "None", [leadsKey]: {} }
    : { [leadsKey]: { connectionString: storage } };

interface PackageEntry {
  packageVersion: Record<string, unknown>;
}
