import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { OciDataIdentityUser, type OciExistingMemberProps, OciIdentity, OciProvider } from "cdktf-finops/oci";
import { TerraformVariable } from "cdktf";
import { rsaKey } from "../support/keys";
import { GROUP, HOME, ocidOf, ociStack, USER } from "../support/oci";
import { refusal, resolved, Template } from "../support/template";

const synth = (props: Partial<OciExistingMemberProps> = {}): Template => {
  const stack = ociStack();
  OciIdentity.fromMember(stack, "finops", { ...HOME, userOcid: USER, groupOcid: GROUP, ...props });
  return Template.of(stack);
};

describe("an existing user in an existing group", () => {
  const stack = ociStack();
  const identity = OciIdentity.fromMember(stack, "finops", { ...HOME, userOcid: USER, groupOcid: GROUP });
  const template = Template.of(stack);

  it("is read, and gets an API key; nothing else is created", () => {
    expect(template.resourceTypes).toEqual({ oci_identity_api_key: 1, tls_private_key: 1 });
    expect(template.data("oci_identity_user")).toMatchObject({ user_id: USER });
    expect(template.data("oci_identity_group")).toMatchObject({ group_id: GROUP });
  });

  it("is referenced by its data source, and its group by the OCID", () => {
    expect(resolved(stack, identity.userOcid)).toMatch(/^\$\{data\.oci_identity_user\.\w+\.user_id\}$/);
    expect(template.resource("oci_identity_api_key").user_id).toBe(resolved(stack, identity.userOcid));
    expect(resolved(stack, identity.groupName)).toMatch(/^\$\{data\.oci_identity_group\.\w+\.name\}$/);
    expect(resolved(stack, identity.policySubject)).toMatch(/^group id \$\{data\.oci_identity_group\.\w+\.group_id\}$/);
    expect(identity.node.defaultChild).toBeInstanceOf(OciDataIdentityUser);
  });

  it("must be active and able to use API keys, and its group must be active", () => {
    const conditions = (type: string): string[] =>
      (template.data(type).lifecycle as { postcondition: { error_message: string }[] }).postcondition.map(
        ({ error_message }) => error_message,
      );
    const at = "OciIdentity.fromMember at billing/finops: ";
    expect(conditions("oci_identity_user")).toEqual([
      `${at}the user must be active.`,
      `${at}the user must be able to use API keys.`,
    ]);
    expect(conditions("oci_identity_group")).toEqual([`${at}the group must be active.`]);
  });

  it("causes a warning about the user and one about the group", () => {
    expect(identity.node.metadata.map(({ data }) => data as string)).toEqual([
      "The user keeps its existing permissions, and the platform inherits them: review them first.",
      "All members of the group get the permissions that this program grants, too: review the members first.",
    ]);
    expect(identity.manualSteps).toEqual([]);
  });

  it("gets only an uploaded API key if the key pair exists already, too", () => {
    const { publicKey } = rsaKey();
    const withKey = synth({ publicKeyPem: publicKey });
    expect(withKey.resourceTypes).toEqual({ oci_identity_api_key: 1 });
    expect(withKey.resource("oci_identity_api_key").key_value).toBe(publicKey.trim());
  });

  it("is read with the provider that is passed, which also uploads the key", () => {
    const other = ociStack();
    const provider = new OciProvider(other, "parent", { region: HOME.homeRegion, alias: "parent" });
    const tlsProvider = new TlsProvider(other, "keys", { alias: "keys" });
    OciIdentity.fromMember(other, "finops", { ...HOME, userOcid: USER, groupOcid: GROUP, provider, tlsProvider });
    const otherTemplate = Template.of(other);
    expect(otherTemplate.data("oci_identity_user").provider).toBe("oci.parent");
    expect(otherTemplate.data("oci_identity_group").provider).toBe("oci.parent");
    expect(otherTemplate.resource("oci_identity_api_key").provider).toBe("oci.parent");
    expect(otherTemplate.resource("tls_private_key").provider).toBe("tls.keys");
  });
});

describe("preconditions for unresolved tokens", () => {
  it("are on the data source of the user", () => {
    const stack = ociStack();
    const variable = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
    OciIdentity.fromMember(stack, "finops", { ...HOME, userOcid: variable("user"), groupOcid: variable("group") });
    const { precondition } = Template.of(stack).data("oci_identity_user").lifecycle as {
      precondition: { error_message: string }[];
    };
    expect(new Set(precondition.map(({ error_message }) => error_message))).toEqual(
      new Set(
        ["user", "group"].flatMap((type) => [
          `OciIdentity.fromMember at billing/finops: '${type}Ocid' must be the OCID of a ${type}.`,
          `OciIdentity.fromMember at billing/finops: '${type}Ocid' must be at most 255 characters long.`,
        ]),
      ),
    );
  });
});

describe("validation of an existing user in an existing group", () => {
  it.each<[string, unknown, string]>([
    [
      "swapped OCIDs of user and group",
      { userOcid: GROUP, groupOcid: USER },
      [
        "2 problems",
        `  - 'userOcid' must be the OCID of a user, got: "${GROUP}"; for example "ocid1.user.oc1..aaaaaaaa…"`,
        `  - 'groupOcid' must be the OCID of a group, got: "${USER}"; for example "ocid1.group.oc1..aaaaaaaa…"`,
      ].join("\n"),
    ],
    [
      "user and group of another realm",
      { userOcid: ocidOf("user", "a", "oc2"), groupOcid: ocidOf("group", "a", "oc2") },
      [
        "2 problems",
        `  - 'userOcid' must be of the realm oc1, like 'homeRegion' "us-ashburn-1", got: "${ocidOf("user", "a", "oc2")}", which is of oc2`,
        `  - 'groupOcid' must be of the realm oc1, like 'homeRegion' "us-ashburn-1", got: "${ocidOf("group", "a", "oc2")}", which is of oc2`,
      ].join("\n"),
    ],
    [
      "a weak key",
      { publicKeyPem: rsaKey(1024).publicKey },
      "'publicKeyPem' must be an RSA public key of 2048 bits or more, got: one of 1024 bits",
    ],
    [
      "a tenancy of a realm other than the region's",
      { tenancyOcid: ocidOf("tenancy", "a", "oc2") },
      `'tenancyOcid' must be of the realm oc1, like 'homeRegion' "us-ashburn-1", got: "${ocidOf("tenancy", "a", "oc2")}", which is of oc2`,
    ],
    [
      "tags, because it creates nothing that supports them",
      { freeformTags: { team: "finops" } },
      `"freeformTags" is not a known property; known are tenancyOcid, homeRegion, realm, provider, userOcid, groupOcid, publicKeyPem, rsaBits, privateKeyFormat, tlsProvider`,
    ],
  ])("refuses %s", (_, props, problem) => {
    expect(refusal(() => synth(props as Partial<OciExistingMemberProps>))).toBe(
      `OciIdentity.fromMember at billing/finops: ${problem}`,
    );
  });
});

describe("OCIDs that may be incomplete", () => {
  it("cause a warning each", () => {
    const identity = OciIdentity.fromMember(ociStack(), "finops", {
      ...HOME,
      userOcid: USER.slice(0, -1),
      groupOcid: GROUP.slice(0, -2),
    });
    expect(identity.node.metadata.map(({ data }) => data as string)).toEqual(
      expect.arrayContaining([
        "'userOcid' has 59 characters in its last part, but Oracle's OCIDs have 60: was all of it copied?",
        "'groupOcid' has 58 characters in its last part, but Oracle's OCIDs have 60: was all of it copied?",
      ]),
    );
  });
});
