import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse, type ParseError } from "jsonc-parser";
import { z } from "zod";

const LocalSettingsSchema = z.looseObject({
  IsEncrypted: z.literal(false, "encrypted settings are not supported").default(false),
  Values: z.record(z.string(), z.string("values are texts")).default({}),
  Host: z
    .looseObject({
      LocalHttpPort: z.coerce.number().int().optional(),
      CORS: z.string().optional(),
      CORSCredentials: z.boolean().default(false),
    })
    .prefault({}),
  ConnectionStrings: z
    .record(
      z.string(),
      z.union([
        z.string(),
        z
          .looseObject({ ConnectionString: z.string() })
          .transform((entry) => entry.ConnectionString),
      ]),
    )
    .default({}),
});

/** What a developer keeps in local.settings.json. */
export type LocalSettings = z.infer<typeof LocalSettingsSchema>;

/** Reads local.settings.json of an app folder; an app without one has empty settings. */
export async function readLocalSettings(folder: string): Promise<LocalSettings> {
  const path = join(folder, "local.settings.json");
  let text = "{}";
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const errors: ParseError[] = [];
  const raw: unknown = parse(text, errors, { allowTrailingComma: true });
  if (errors.length > 0) throw new Error(`${path} is not valid JSON.`);
  const parsed = LocalSettingsSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`${path} is not valid: ${issues.join("; ")}`);
}

/** Adds the values to an environment; what is already set there wins. */
export function addLocalSettings(
  values: Readonly<Record<string, string>>,
  env: Record<string, string | undefined>,
): void {
  for (const [name, value] of Object.entries(values)) env[name] ??= value;
}
