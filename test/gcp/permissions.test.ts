import { GCP_PERMISSIONS } from "cdktf-finops/gcp";

describe.each(GCP_PERMISSIONS.map((permission) => [permission.id, permission] as const))(
  "the permission %s",
  (_, permission) => {
    it("names each action in full, or one predefined role", () => {
      const { actions, role } = permission;
      const pattern = role === undefined ? /^roles\/[a-z]+\.[A-Za-z]+$/ : /^[a-z]+(\.[a-zA-Z]+){2}$/;
      expect(actions.filter((action) => !pattern.test(action))).toEqual([]);
    });

    it("has a reason and a source", () => {
      expect(permission.why).toMatch(/^[A-Z].{10,}\.$/);
      expect(permission.source).toMatch(/^https:\/\/docs\.cloud\.google\.com\/.+$/);
    });
  },
);

describe("the permissions catalogue", () => {
  const platform = GCP_PERMISSIONS.filter(({ grantee }) => grantee === "platform identity");
  const actions = platform.flatMap((permission) => permission.actions);

  it("has unique ids", () => {
    const ids = GCP_PERMISSIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[A-Za-z0-9]+$/.test(id))).toEqual([]);
  });

  // Spelled out, so that a new permission has to be added here, too.
  it("grants the platform these actions, and no others", () => {
    expect(platform.map(({ role, actions: granted, resource }) => [role, granted, resource])).toEqual([
      [
        "BigQuery Viewer",
        ["bigquery.tables.get", "bigquery.tables.getData"],
        "tables of the billing export, or their dataset",
      ],
      [
        "BigQuery Viewer",
        ["bigquery.datasets.get", "bigquery.tables.list"],
        "tables of the billing export, or their dataset",
      ],
      ["BigQuery User", ["bigquery.jobs.create"], "project of the dataset"],
      [
        "BigQuery User",
        ["bigquery.readsessions.create", "bigquery.readsessions.getData", "bigquery.readsessions.update"],
        "project of the dataset",
      ],
      ["BigQuery User", ["bigquery.config.get", "resourcemanager.projects.get"], "project of the dataset"],
      [
        "Project Viewer",
        [
          "resourcemanager.folders.get",
          "resourcemanager.folders.list",
          "resourcemanager.organizations.get",
          "resourcemanager.projects.get",
          "resourcemanager.projects.list",
        ],
        "organization, or the folders",
      ],
    ]);
  });

  it("grants the platform only actions that read, by their verb, except for its own jobs and sessions", () => {
    expect(actions.filter((action) => !/\.(get|getData|list)$/.test(action))).toEqual([
      "bigquery.jobs.create",
      "bigquery.readsessions.create",
      "bigquery.readsessions.update",
    ]);
  });

  it("does not let the platform create datasets or see the jobs of others", () => {
    expect(actions.filter((action) => /^bigquery\.(datasets\.create|jobs\.(list|listAll|get))$/.test(action))).toEqual(
      [],
    );
  });

  it("has no permission in a role of the project that such a role cannot have", () => {
    const projectActions = platform.filter(({ role }) => role !== "Project Viewer").flatMap((one) => one.actions);
    const refused = /^resourcemanager\.(projects\.list$|organizations\.|folders\.|tagKeys\.|tagValues\.)/;
    expect(projectActions.filter((action) => refused.test(action))).toEqual([]);
  });

  it("has no action twice in a role, and one scope per role", () => {
    for (const title of new Set(platform.map(({ role }) => role))) {
      const ofRole = platform.filter(({ role }) => role === title);
      const granted = ofRole.flatMap((permission) => permission.actions);
      expect(new Set(granted).size).toBe(granted.length);
      expect(new Set(ofRole.map(({ resource }) => resource)).size).toBe(1);
    }
  });

  it("grants the identity only the three roles, and the platform principal only the service account", () => {
    expect(new Set(platform.map(({ role }) => role))).toEqual(
      new Set(["BigQuery Viewer", "BigQuery User", "Project Viewer"]),
    );
    expect(
      GCP_PERMISSIONS.filter((permission) => !platform.includes(permission)).map(
        ({ id, grantee, role, actions: granted, resource }) => [id, grantee, role, granted, resource],
      ),
    ).toEqual([
      [
        "ImpersonateServiceAccount",
        "platform principal",
        undefined,
        ["roles/iam.workloadIdentityUser"],
        "the service account",
      ],
    ]);
  });

  it("has the feature of the platform that needs each permission", () => {
    expect(GCP_PERMISSIONS.map(({ id, feature }) => [id, feature])).toEqual([
      ["ReadExport", "billing export"],
      ["FindTables", "billing export"],
      ["RunQueries", "billing export"],
      ["ReadInBulk", "billing export"],
      ["SeeProject", "billing export"],
      ["SeeHierarchy", "resource hierarchy"],
      ["ImpersonateServiceAccount", "login"],
    ]);
  });
});
