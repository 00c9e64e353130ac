import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AWS_PERMISSIONS } from "../../lib/aws/permissions";
import { AZURE_PERMISSIONS } from "../../lib/azure/permissions";
import { type Permission } from "../../lib/core/permission";
import { GCP_PERMISSIONS } from "../../lib/gcp/permissions";
import { OCI_PERMISSIONS } from "../../lib/oci/permissions";

/** The permissions catalogue of each cloud that has one, by the name of its document in `docs/`. */
export const CATALOGUES: Readonly<Record<string, readonly Permission[]>> = {
  aws: AWS_PERMISSIONS,
  azure: AZURE_PERMISSIONS,
  gcp: GCP_PERMISSIONS,
  oci: OCI_PERMISSIONS,
};

export function document(cloud: string): string {
  return join(__dirname, "../../docs", `${cloud}.md`);
}

/** A catalogue as the table of a document. */
export function permissionsTable(permissions: readonly Permission[]): string {
  const rows = permissions.map(({ id, feature, grantee, actions, resource, why, source }) => [
    `[${id}](${source})`,
    feature,
    grantee,
    actions.map((action) => `\`${action}\``).join(", "),
    resource,
    why,
  ]);
  return [["permission", "for", "to whom", "actions", "on", "why"], Array<string>(6).fill("---"), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

const BLOCK = /(<!-- permissions: written by 'npm run docs' -->\n)[^]*?(<!-- prettier-ignore-end -->)/;

/** A document with its table as the catalogue is now. */
export function withPermissions(text: string, permissions: readonly Permission[]): string {
  if (!BLOCK.test(text)) {
    throw new Error("the document has no place for the permissions");
  }
  return text.replace(BLOCK, (_, begin: string, end: string) => `${begin}${permissionsTable(permissions)}\n${end}`);
}

// `npm run docs` writes down what has changed in a catalogue; the test compares.
if (require.main === module) {
  for (const [cloud, permissions] of Object.entries(CATALOGUES)) {
    writeFileSync(document(cloud), withPermissions(readFileSync(document(cloud), "utf8"), permissions));
  }
}
