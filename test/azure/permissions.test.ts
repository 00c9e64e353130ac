import { AZURE_PERMISSIONS, type AzurePermission } from "cdktf-finops/azure";
import { customActions } from "../../lib/azure/permissions";

/** An operation in full: who provides it, what it is on, and what it does. */
const OPERATION = /^Microsoft\.[A-Za-z]+(\/[A-Za-z]+)+$/;
/** A role of Microsoft's, by its name. */
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

    it("gives its reason and its source", () => {
      expect(permission.why).toMatch(/^[A-Z].{10,}\.$/);
      expect(permission.source).toMatch(/^https:\/\/learn\.microsoft\.com\/en-us\/[a-z0-9/#-]+$/);
    });
  },
);

describe("the catalogue", () => {
  const platform = AZURE_PERMISSIONS.filter(({ grantee }) => grantee === "platform identity");
  const actions = AZURE_PERMISSIONS.flatMap((permission) => permission.actions);

  it("has unique ids", () => {
    const ids = AZURE_PERMISSIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[A-Za-z0-9]+$/.test(id))).toEqual([]);
  });

  // Spelled out, so that whoever adds one has to say so here, too.
  it("lets the platform do this, and nothing else", () => {
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

  it("lets nobody in but the platform, as its own application, who owns that, and whoever has a token or key of the storage", () => {
    expect(
      AZURE_PERMISSIONS.filter((permission) => !platform.includes(permission)).map(
        ({ id, grantee, role, actions: granted, resource }) => [id, grantee, role, granted, resource],
      ),
    ).toEqual([
      ["ReadBySas", "whoever has it", undefined, ["read blobs", "list blobs"], "container of the exports"],
      ["AccountKey", "whoever has it", undefined, ["do anything with its data"], "the storage account"],
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

  it("lets the platform do nothing that is no reading, by the verb or by the name of the role", () => {
    const granted = platform.flatMap((permission) => permission.actions);
    expect(
      granted.filter((action) => !(OPERATION.test(action) ? action.endsWith("/read") : BUILT_IN.test(action))),
    ).toEqual([]);
  });

  it("has no verb that writes, and none that hands out keys", () => {
    expect(actions.filter((action) => /\/(write|delete|action)$|listKeys|regenerate/i.test(action))).toEqual([]);
  });

  it("has no role that may change anything, or give roles to others", () => {
    expect(actions.filter((action) => /owner|contributor|administrator|operator/i.test(action))).toEqual([]);
    // It reads everything there is.
    expect(actions).not.toContain("Reader");
  });

  it("shows who has which roles by no role that is made here", () => {
    expect(customActions().filter((action) => action.startsWith("Microsoft.Authorization/"))).toEqual([]);
  });

  it("grants no action twice, and covers the scopes by roles there only", () => {
    expect(new Set(actions).size).toBe(actions.length);
    const onScopes = AZURE_PERMISSIONS.filter(({ resource }) => resource === "the scopes");
    expect(AZURE_PERMISSIONS.filter(({ role }) => role !== undefined)).toEqual(onScopes);
  });

  it("makes the custom role of what it has for it, sorted, and of nothing else", () => {
    expect(customActions()).toEqual([
      "Microsoft.EventGrid/eventSubscriptions/read",
      "Microsoft.EventGrid/locations/eventSubscriptions/read",
      "Microsoft.EventGrid/locations/topicTypes/eventSubscriptions/read",
      "Microsoft.EventGrid/topicTypes/eventSubscriptions/read",
      "Microsoft.Resources/subscriptions/resourceGroups/read",
    ]);
    expect(customActions()).toEqual(AZURE_PERMISSIONS.filter(isCustom).flatMap((one) => one.actions));
  });

  it("gives one role of Microsoft's on the scopes, the one that the platform's page names", () => {
    expect(AZURE_PERMISSIONS.filter(({ role }) => role === "EVENT_GRID_READER").map((one) => one.actions)).toEqual([
      ["EventGrid EventSubscription Reader"],
    ]);
  });

  it("tells what each is for by what the platform does with it", () => {
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
