import { AZURE_PERMISSIONS, type AzurePermission } from "cdktf-finops/azure";
import { customActions } from "../../lib/azure/permissions";

/** Full name of an operation: resource provider, resource type and verb. */
const OPERATION = /^Microsoft\.[A-Za-z]+(\/[A-Za-z]+)+$/;
/** Name of a built-in role that only reads. */
const BUILT_IN = /^[A-Z][A-Za-z]*( [A-Z][A-Za-z]*)* Reader$/;

const isCustom = ({ role }: AzurePermission): boolean => role === "CUSTOM";

describe.each(AZURE_PERMISSIONS.map((permission) => [permission.id, permission] as const))(
  "the permission %s",
  (_, permission) => {
    it("names each action in full, without a wildcard", () => {
      const { actions } = permission;
      expect(actions).not.toEqual([]);
      expect(actions.filter((action) => action.includes("*"))).toEqual([]);
      if (isCustom(permission)) {
        expect(actions.filter((action) => !OPERATION.test(action))).toEqual([]);
      }
    });

    it("has a reason and a source", () => {
      expect(permission.why).toMatch(/^[A-Z].{10,}\.$/);
      expect(permission.source).toMatch(/^https:\/\/learn\.microsoft\.com\/en-us\/[a-z0-9/#-]+$/);
    });
  },
);

describe("the permissions catalogue", () => {
  const platform = AZURE_PERMISSIONS.filter(({ grantee }) => grantee === "platform identity");
  const actions = AZURE_PERMISSIONS.flatMap((permission) => permission.actions);

  it("has unique ids", () => {
    const ids = AZURE_PERMISSIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[A-Za-z0-9]+$/.test(id))).toEqual([]);
  });

  // Listed again, so that nobody adds an action to the catalogue alone.
  it("grants the platform these actions, and no others", () => {
    expect(platform.map(({ role, actions: granted, resource }) => [role, granted, resource])).toEqual([
      ["EVENT_GRID_READER", ["EventGrid EventSubscription Reader"], "the scopes"],
      [
        "CUSTOM",
        [
          "Microsoft.EventGrid/eventSubscriptions/read",
          "Microsoft.EventGrid/locations/eventSubscriptions/read",
          "Microsoft.EventGrid/locations/topicTypes/eventSubscriptions/read",
          "Microsoft.EventGrid/topicTypes/eventSubscriptions/read",
        ],
        "the scopes",
      ],
      ["CUSTOM", ["Microsoft.Resources/subscriptions/resourceGroups/read"], "the scopes"],
      [undefined, ["Storage Blob Data Reader"], "container of the exports"],
    ]);
  });

  it("grants others only the use of a SAS token or key, the login as the application, and its ownership", () => {
    expect(
      AZURE_PERMISSIONS.filter((permission) => !platform.includes(permission)).map(
        ({ id, grantee, role, actions: granted, resource }) => [id, grantee, role, granted, resource],
      ),
    ).toEqual([
      ["ReadBySas", "bearer", undefined, ["read blobs", "list blobs"], "container of the exports"],
      ["AccountKey", "bearer", undefined, ["do anything with its data"], "the storage account"],
      ["LogIn", "platform principal", undefined, ["log in by a token of its own"], "the application"],
      [
        "OwnApplication",
        "owners of the application",
        undefined,
        ["change its credentials and whom it trusts"],
        "the application",
      ],
    ]);
  });

  it("grants the platform only actions that read, by their verb or by the name of the role", () => {
    const granted = platform.flatMap((permission) => permission.actions);
    expect(
      granted.filter((action) => !(OPERATION.test(action) ? action.endsWith("/read") : BUILT_IN.test(action))),
    ).toEqual([]);
  });

  it("has no action that writes or returns keys", () => {
    expect(actions.filter((action) => /\/(write|delete|action)$|listKeys|regenerate/i.test(action))).toEqual([]);
  });

  it("has no role that can change anything or assign roles", () => {
    expect(actions.filter((action) => /owner|contributor|administrator|operator/i.test(action))).toEqual([]);
    // The role Reader can read all resources.
    expect(actions).not.toContain("Reader");
  });

  it("has no action on role assignments in the custom role", () => {
    expect(customActions().filter((action) => action.startsWith("Microsoft.Authorization/"))).toEqual([]);
  });

  it("has no action twice, and a role for exactly the permissions on the scopes", () => {
    expect(new Set(actions).size).toBe(actions.length);
    const onScopes = AZURE_PERMISSIONS.filter(({ resource }) => resource === "the scopes");
    expect(AZURE_PERMISSIONS.filter(({ role }) => role !== undefined)).toEqual(onScopes);
  });

  it("returns exactly the actions of the custom role, sorted", () => {
    expect(customActions()).toEqual([
      "Microsoft.EventGrid/eventSubscriptions/read",
      "Microsoft.EventGrid/locations/eventSubscriptions/read",
      "Microsoft.EventGrid/locations/topicTypes/eventSubscriptions/read",
      "Microsoft.EventGrid/topicTypes/eventSubscriptions/read",
      "Microsoft.Resources/subscriptions/resourceGroups/read",
    ]);
    expect(customActions()).toEqual(AZURE_PERMISSIONS.filter(isCustom).flatMap((one) => one.actions));
  });

  it("has one built-in role on the scopes, the one of the platform's page", () => {
    expect(AZURE_PERMISSIONS.filter(({ role }) => role === "EVENT_GRID_READER").map((one) => one.actions)).toEqual([
      ["EventGrid EventSubscription Reader"],
    ]);
  });

  it("states for each permission the feature of the platform", () => {
    expect(AZURE_PERMISSIONS.map(({ id, feature }) => [id, feature])).toEqual([
      ["EventGridReader", "integration"],
      ["SeeEventSubscriptions", "integration"],
      ["SeeResourceGroups", "integration"],
      ["ReadExports", "billing export"],
      ["ReadBySas", "billing export"],
      ["AccountKey", "billing export"],
      ["LogIn", "login"],
      ["OwnApplication", "login"],
    ]);
  });
});
