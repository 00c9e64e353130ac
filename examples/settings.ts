import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Identifiers of an organization that does not exist. Put your own into `examples/settings.local.json`, in the same
 * shape (what it leaves out stays as it is here); git ignores that file.
 */
export const EXAMPLE_SETTINGS = {
  aws: {
    bucketName: "acme-billing-export",
  },
};

export type Settings = typeof EXAMPLE_SETTINGS;

export const LOCAL_SETTINGS = join(__dirname, "settings.local.json");

/** The example settings, with those of `file` in their place where it has any. */
export function loadSettings(file: string = LOCAL_SETTINGS): Settings {
  if (!existsSync(file)) {
    return EXAMPLE_SETTINGS;
  }
  let own: unknown;
  try {
    own = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new SettingsError(file, `must be JSON: ${(error as Error).message}`);
  }
  return merge(file, "", EXAMPLE_SETTINGS, own) as Settings;
}

/** The settings that are still the examples' own, such as `aws.bucketName`. */
export function stillExamples(settings: Settings): string[] {
  return same("", EXAMPLE_SETTINGS, settings);
}

/** One's own settings file does not fit. */
export class SettingsError extends Error {
  constructor(file: string, problem: string) {
    super(`${file}: ${problem}`);
    this.name = "SettingsError";
  }
}

interface Tree {
  readonly [key: string]: string | Tree;
}

function merge(file: string, at: string, example: Tree, own: unknown): Tree {
  if (typeof own !== "object" || own === null || Array.isArray(own)) {
    throw new SettingsError(file, `${at === "" ? "the file" : `'${at}'`} must be an object`);
  }
  const known = Object.keys(example);
  const merged = { ...example } as Record<string, string | Tree>;
  for (const [key, value] of Object.entries(own) as [string, unknown][]) {
    const path = at === "" ? key : `${at}.${key}`;
    const expected = Object.hasOwn(example, key) ? example[key] : undefined;
    if (expected === undefined) {
      throw new SettingsError(file, `'${path}' is not a known setting; known are ${known.join(", ")}`);
    }
    if (typeof expected !== "string") {
      merged[key] = merge(file, path, expected, value);
    } else if (typeof value !== "string") {
      throw new SettingsError(file, `'${path}' must be a string`);
    } else if (/[$%]\{/.test(value)) {
      // cdktf would take it for an expression, and every check for a token.
      throw new SettingsError(file, `'${path}' must not contain '\${' or '%{', which Terraform would evaluate`);
    } else {
      merged[key] = value;
    }
  }
  return merged;
}

function same(at: string, example: Tree, settings: Tree): string[] {
  return Object.entries(example).flatMap(([key, value]) => {
    const other = settings[key];
    if (typeof value === "string" || other === undefined || typeof other === "string") {
      return value === other ? [`${at}${key}`] : [];
    }
    return same(`${at}${key}.`, value, other);
  });
}
