import { GCP_PERMISSIONS } from "cdktf-finops/gcp";

describe.each(GCP_PERMISSIONS.map((permission) => [permission.id, permission] as const))(
  "the permission %s",
  (_, permission) => {
    it("names each action in full, or one role of Google's", () => {
      const { actions, role } = permission;
      const pattern = role === undefined ? /^roles\/[a-z]+\.[A-Za-z]+$/ : /^[a-z]+(\.[a-zA-Z]+){2}$/;
      expect(actions.filter((action) => !pattern.test(action))).toEqual([]);
    });

    it("gives its reason and its source", () => {
      expect(permission.why).toMatch(/^[A-Z].{10,}\.$/);
      expect(permission.source).toMatch(/^https:\/\/docs\.cloud\.google\.com\/.+$/);
    });
  },
);

describe("the catalogue", () => {
  const platform = GCP_PERMISSIONS.filter(({ grantee }) => grantee === "platform identity");
  const actions = platform.flatMap((permission) => permission.actions);

  it("has unique ids", () => {
    const ids = GCP_PERMISSIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[A-Za-z0-9]+$/.test(id))).toEqual([]);
  });

  // Spelled out, so that whoever adds one has to say so here, too.
  it("lets the platform do this, and nothing else", () => {
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

  it("lets the platform do nothing that is no reading, by the verb, but for jobs and sessions of its own", () => {
    expect(actions.filter((action) => !/\.(get|getData|list)$/.test(action))).toEqual([
      "bigquery.jobs.create",
      "bigquery.readsessions.create",
      "bigquery.readsessions.update",
    ]);
  });

  it("lets the platform make no dataset, and see nobody else's jobs", () => {
    expect(actions.filter((action) => /^bigquery\.(datasets\.create|jobs\.(list|listAll|get))$/.test(action))).toEqual(
      [],
    );
  });

  it("puts nothing in a role of the project that such a role cannot have", () => {
    const ofProject = platform.filter(({ role }) => role !== "Project Viewer").flatMap((one) => one.actions);
    const refused = /^resourcemanager\.(projects\.list$|organizations\.|folders\.|tagKeys\.|tagValues\.)/;
    expect(ofProject.filter((action) => refused.test(action))).toEqual([]);
  });

  it("grants no action twice by one role, and covers one kind of resource by each", () => {
    for (const title of new Set(platform.map(({ role }) => role))) {
      const ofRole = platform.filter(({ role }) => role === title);
      const granted = ofRole.flatMap((permission) => permission.actions);
      expect(new Set(granted).size).toBe(granted.length);
      expect(new Set(ofRole.map(({ resource }) => resource)).size).toBe(1);
    }
  });

  it("grants the platform all by its three roles, and lets nobody in but the platform, at its own service account", () => {
    expect(new Set(platform.map(({ role }) => role))).toEqual(
      new Set(["BigQuery Viewer", "BigQuery User", "Project Viewer"]),
    );
    expect(
      GCP_PERMISSIONS.filter((permission) => !platform.includes(permission)).map(
        ({ id, grantee, role, actions: granted, resource }) => [id, grantee, role, granted, resource],
      ),
    ).toEqual([["ActAs", "platform principal", undefined, ["roles/iam.workloadIdentityUser"], "the service account"]]);
  });

  it("tells what each is for by what the platform does with it", () => {
    expect(GCP_PERMISSIONS.map(({ id, feature }) => [id, feature])).toEqual([
      ["ReadExport", "billing export"],
      ["FindTables", "billing export"],
      ["RunQueries", "billing export"],
      ["ReadInBulk", "billing export"],
      ["SeeProject", "billing export"],
      ["SeeHierarchy", "resource hierarchy"],
      ["ActAs", "login"],
    ]);
  });
});
