import { OCI_PERMISSIONS } from "cdktf-finops/oci";

describe.each(OCI_PERMISSIONS.map((permission) => [permission.id, permission] as const))(
  "the permission %s",
  (_, permission) => {
    it("names each verb and each resource type in full", () => {
      expect(permission.actions.filter((action) => !/^[a-z]+ [a-z]+(-[a-z]+)*$/.test(action))).toEqual([]);
    });

    it("has a reason and a source", () => {
      expect(permission.why).toMatch(/^[A-Z].{10,}\.$/);
      expect(permission.source).toMatch(/^https:\/\/docs\.oracle\.com\/en-us\/iaas\/Content\/.+\.htm$/);
    });
  },
);

describe("the permissions catalogue", () => {
  const actions = OCI_PERMISSIONS.flatMap((permission) => permission.actions);

  it("has unique ids", () => {
    const ids = OCI_PERMISSIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[A-Za-z0-9]+$/.test(id))).toEqual([]);
  });

  // Spelled out, so that a new permission must be added here, too.
  it("grants these permissions and no others", () => {
    expect(OCI_PERMISSIONS.map(({ feature, actions: granted, resource }) => [feature, granted, resource])).toEqual([
      ["billing export", ["read objects"], "tenancy usage-report"],
      ["COST_ANALYSIS", ["read usage-report"], "tenancy"],
      ["BUDGETS", ["read usage-budgets"], "tenancy"],
      ["COMPARTMENTS", ["inspect compartments"], "tenancy"],
      ["TENANCY", ["inspect tenancies"], "tenancy"],
      ["CLOUD_ADVISOR", ["read optimizer-api-family"], "tenancy"],
      [
        "SUBSCRIPTIONS",
        ["read subscription", "read subscribed-services", "read computed-usages", "read rate-cards"],
        "tenancy",
      ],
      ["ORGANIZATION", ["inspect organizations-entity", "inspect organizations-tenancy"], "tenancy"],
    ]);
  });

  it("grants permissions only to the platform", () => {
    expect(OCI_PERMISSIONS.filter(({ grantee }) => grantee !== "platform identity")).toEqual([]);
  });

  it("has only verbs that read", () => {
    expect(actions.filter((action) => !/^(inspect|read) /.test(action))).toEqual([]);
  });

  it("grants nothing on all resources", () => {
    expect(actions.filter((action) => action.endsWith(" all-resources"))).toEqual([]);
  });

  it("has each action and each feature once", () => {
    expect(new Set(actions).size).toBe(actions.length);
    const features = OCI_PERMISSIONS.map(({ feature }) => feature);
    expect(new Set(features).size).toBe(features.length);
  });

  it("begins with the reports, the only permission that is always granted", () => {
    expect(OCI_PERMISSIONS.map(({ feature }) => feature).indexOf("billing export")).toBe(0);
  });
});
