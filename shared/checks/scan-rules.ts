import { malwareRules } from "../malware/malware-findings.ts";
import type { PackageRuleId } from "../packages/reading/package-findings.ts";
import { secretsRuleId } from "../secrets/secret-finding.ts";
import type { RuleText } from "./rules/rule.ts";

type Explained = Omit<RuleText, "id" | "severity">;

const ofPackages: Readonly<Record<PackageRuleId, Explained>> = {
  "package-is-readable": {
    title: "Every program reads the same files from the package",
    why: "A zip names its files twice. Where the two differ, where sums are wrong, or where something is hidden in between, the reviewer may see other files than the customer gets.",
    fix: "Build the zip again from a plain folder with an ordinary zip program.",
  },
  "package-is-within-limits": {
    title: "The package is within the limits of its size",
    why: "Azure takes packages of 1 GB with files of 1 GB. Beside that a package has at most 10,000 files, unpacks to at most 2 GiB and 200 times its size, has JSON files of at most 5 MiB, 16 MiB together, and archives at most three deep, with at most 100,000 files in all of them; an archive in it unpacks to at most 200 times its own size, too.",
    fix: "Leave out what the deployment does not need, or download large files when it runs.",
  },
  "package-names-are-safe": {
    title: "Every system can store the files under their names",
    why: "A name that climbs out of the package, that Windows reserves, or that holds control characters overwrites a file elsewhere, or cannot be unpacked at all.",
    fix: "Rename the file; use letters, digits, dots, dashes and forward slashes.",
  },
  "package-names-are-unique": {
    title: "No two files have the same name",
    why: "Systems that ignore letter case, or the way in which letters are composed, keep only one of the two, and nobody knows which.",
    fix: "Keep one of the two and build the zip again.",
  },
  "package-has-plain-files-only": {
    title: "The package holds files and folders only",
    why: "A symbolic link points at a file of the machine that unpacks it.",
    fix: "Replace the link by a copy of the file.",
  },
  "package-is-not-encrypted": {
    title: "Nothing in the package needs a password",
    why: "What is encrypted cannot be checked, and Azure cannot deploy it.",
    fix: "Build the zip again without a password.",
  },
  "package-layout-is-correct": {
    title: "The files that Azure looks for are in the root of the package",
    why: "Azure looks for mainTemplate.json and createUiDefinition.json in the root and nowhere else; for managed applications of the first kind, for applianceMainTemplate.json and applianceCreateUiDefinition.json beside mainTemplate.json.",
    fix: "Zip what is in the folder, not the folder; leave out what desktop systems add.",
  },
};

const ofScans: readonly RuleText[] = [
  {
    id: malwareRules.found,
    title: "The package is free of malware",
    why: "Customers run what is in the package with their own rights.",
    fix: "Remove what was found, and find out how it came there.",
    severity: "error",
  },
  {
    id: malwareRules.ran,
    title: "A scanner for malware has looked at all of the package",
    why: "Only an explicit verdict about exactly these bytes is one; what could not be scanned is not clean.",
    fix: "Build the file that is named otherwise, as a plain zip or gzip, or leave it out. Where none is named, submit again; if that does not help, the operator has to see to the scanner.",
    severity: "error",
  },
  {
    id: secretsRuleId,
    title: "No file holds a secret",
    why: "Everyone who gets the package can read every file in it, encoded strings included, and can try passwords on a key store (PKCS#12 or Java) without end. A key store is a warning, as it may hold nothing but certificates.",
    fix: "Remove it and make it invalid where it came from; take it from a secureString parameter or a key vault.",
    severity: "error",
  },
];

/** What intake and the scans say about themselves; they look at bytes and are no rules over a model. */
export const scanRules: readonly RuleText[] = [
  ...Object.entries(ofPackages).map(([id, text]) => ({ ...text, id, severity: "error" as const })),
  ...ofScans,
];
