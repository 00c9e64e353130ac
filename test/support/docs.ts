import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AWS_PERMISSIONS } from "../../lib/aws/permissions";
import { AZURE_PERMISSIONS } from "../../lib/azure/permissions";
import { type Permission } from "../../lib/core/permission";
import { GCP_PERMISSIONS } from "../../lib/gcp/permissions";
import { OCI_PERMISSIONS } from "../../lib/oci/permissions";

/** Permissions catalogue of each cloud, by the name of its document in `docs/`. */
export const CATALOGUES: Readonly<Record<string, readonly Permission[]>> = {
  aws: AWS_PERMISSIONS,
  azure: AZURE_PERMISSIONS,
  gcp: GCP_PERMISSIONS,
  oci: OCI_PERMISSIONS,
};

/** Path of a cloud's document. */
export function document(cloud: string): string {
  return join(__dirname, "../../docs", `${cloud}.md`);
}

/** Formats a catalogue as the table of a document. */
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

/** Replaces the table of a document by that of the current catalogue. */
export function withPermissions(text: string, permissions: readonly Permission[]): string {
  if (!BLOCK.test(text)) {
    throw new Error("the document must contain the line \"<!-- permissions: written by 'npm run docs' -->\"");
  }
  return text.replace(BLOCK, (_, begin: string, end: string) => `${begin}${permissionsTable(permissions)}\n${end}`);
}

// `npm run docs` updates the tables; test/documents.test.ts compares them.
if (require.main === module) {
  for (const [cloud, permissions] of Object.entries(CATALOGUES)) {
    writeFileSync(document(cloud), withPermissions(readFileSync(document(cloud), "utf8"), permissions));
  }
}
