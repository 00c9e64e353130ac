import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import {
  type IOciIdentity,
  OciAccess,
  type OciAccessProps,
  OciBillingExport,
  type OciBillingExportProps,
  OciDomainIdentity,
  type OciExistingMemberProps,
  OciIdentity,
  type OciIdentityProps,
  OciIntegration,
  type OciIntegrationProps,
  OciProvider,
} from "cdktf-finops/oci";
import { TerraformResource, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { Construct } from "constructs";
import { rsaKey } from "../support/keys";
import { GROUP, HOME, ocidOf, ociStack, TENANCY, USER } from "../support/oci";
import { type AnyProps } from "../support/props";
import { type Block, emptyStack, problemsOf, refusal, Template } from "../support/template";

const OC1 = "ocid1.tenancy.oc1..aaaaaaaaned4fkpkisbwjlr56u7cj63lf3wffbilvqknstgtvzub7vhqkggq";
const userEmail = "finops@acme.example";

const integrationIn = (stack: TerraformStack, props: AnyProps<OciIntegrationProps> = {}): OciIntegration =>
  new OciIntegration(stack, "finops", { ...HOME, userEmail, ...props } as OciIntegrationProps);

type CreateProps = (stack: TerraformStack) => AnyProps<OciIntegrationProps>;

/** Synthesizes an integration with exactly these props, beside those of the tenancy. */
const build = (createProps: CreateProps): { integration: OciIntegration; template: Template } => {
  const stack = ociStack();
  const integration = new OciIntegration(stack, "finops", { ...HOME, ...createProps(stack) } as OciIntegrationProps);
  return { integration, template: Template.of(stack) };
};

const synth = (props?: AnyProps<OciIntegrationProps>): Template => build(() => ({ userEmail, ...props })).template;

const member = (stack: TerraformStack, props: Partial<OciExistingMemberProps> = {}): IOciIdentity =>
  OciIdentity.fromMember(stack, "in", { ...HOME, userOcid: USER, groupOcid: GROUP, ...props });

interface HandOff {
  readonly cloud: string;
  readonly fields: readonly { readonly key: string; readonly output: string; readonly secret: boolean }[];
  readonly manual_steps: readonly { readonly key: string; readonly output: string }[];
  readonly limitations: readonly string[];
}

const handOff = (template: Template, prefix = "finops"): HandOff =>
  template.output(`${prefix}_handoff`).value as HandOff;
const keys = (template: Template, prefix?: string): string[] => handOff(template, prefix).fields.map(({ key }) => key);

const FORM = [
  "user_ocid",
  "tenancy_ocid",
  "fingerprint",
  "region",
  "private_key_pem",
  "group_name",
  "usage_report_namespace",
  "usage_report_bucket",
];

describe("an integration with only its required props", () => {
  const template = synth();

  it("creates these resources, and no others", () => {
    expect(template.resourceTypes).toEqual({
      oci_identity_user: 1,
      oci_identity_user_capabilities_management: 1,
      oci_identity_group: 1,
      oci_identity_user_group_membership: 1,
      oci_identity_api_key: 1,
      oci_identity_policy: 1,
      tls_private_key: 1,
    });
    expect(template.json).not.toHaveProperty("data");
  });

  it("names user, group and policy after its path", () => {
    const types = ["oci_identity_user", "oci_identity_group", "oci_identity_policy"];
    expect(types.map((type) => template.resource(type).name)).toEqual(Array(3).fill("billing-finops"));
  });

  it("fills in every field of the platform's form", () => {
    const value = (key: string): unknown => template.output(`finops_${key}`).value;
    const [user, group, key, pair] = [
      "oci_identity_user",
      "oci_identity_group",
      "oci_identity_api_key",
      "tls_private_key",
    ].map((type) => template.address(type));
    expect(value("user_ocid")).toBe(`\${${user}.id}`);
    expect(value("tenancy_ocid")).toBe(TENANCY);
    expect(value("fingerprint")).toBe(`\${${key}.fingerprint}`);
    expect(value("region")).toBe("us-ashburn-1");
    expect(value("private_key_pem")).toBe(`\${${pair}.private_key_pem_pkcs8}`);
    expect(value("group_name")).toBe(`\${${group}.name}`);
    expect(value("usage_report_namespace")).toBe("bling");
    expect(value("usage_report_bucket")).toBe(TENANCY);
  });

  it("lists the fields in the hand-off in the form's order, with the names of their outputs", () => {
    const { cloud, fields, manual_steps, limitations } = handOff(template);
    expect(cloud).toBe("oci");
    expect(fields.map(({ key }) => key)).toEqual(FORM);
    expect(fields.map(({ output }) => output)).toEqual(FORM.map((key) => `finops_${key}`));
    expect(fields.filter(({ secret }) => secret).map(({ key }) => key)).toEqual(["private_key_pem"]);
    expect([manual_steps, limitations]).toEqual([[], []]);
    expect(Object.keys(template.outputs).sort()).toEqual([...FORM, "handoff"].map((key) => `finops_${key}`).sort());
  });

  it("has the private key only in a sensitive output", () => {
    const { finops_private_key_pem: output, ...others } = template.outputs;
    expect(output?.sensitive).toBe(true);
    expect(Object.values(others).filter(({ sensitive }) => sensitive === true)).toEqual([]);
    expect(JSON.stringify({ ...template.json, output: others })).not.toMatch(/[.]private_key_(pem|openssh)/);
  });

  it("has no manual steps or limitations", () => {
    const integration = integrationIn(ociStack());
    expect([integration.manualSteps, integration.limitations]).toEqual([[], []]);
  });

  it("reports all permissions that it grants", () => {
    expect(integrationIn(ociStack()).permissions.map(({ id, grantee }) => `${id}: ${grantee}`)).toEqual([
      "ReadReports: platform identity",
    ]);
  });
});

describe("an integration with all options", () => {
  it("passes each property to its part", () => {
    const template = synth({
      realm: "oc1",
      tenancyType: "PARENT",
      usageReportTenancyOcid: OC1,
      userName: "u-name",
      groupName: "g-name",
      policyName: "p-name",
      members: { alice: ocidOf("user", "b") },
      rsaBits: 4096,
      privateKeyFormat: "PKCS1",
      additionalFeatures: ["TENANCY"],
      freeformTags: { team: "finops" },
      definedTags: { "Operations.CostCenter": "42" },
      outputPrefix: "acme",
    });
    expect(template.resource("oci_identity_user")).toMatchObject({ name: "u-name", email: userEmail });
    expect(template.resource("oci_identity_group")).toMatchObject({ name: "g-name" });
    expect(template.resources("oci_identity_policy").map(({ name }) => name)).toEqual(["p-name", "p-name-additional"]);
    expect(template.resources("oci_identity_user_group_membership").map(({ user_id }) => user_id)).toContain(
      ocidOf("user", "b"),
    );
    expect(template.resource("tls_private_key")).toMatchObject({ algorithm: "RSA", rsa_bits: 4096 });
    expect(template.output("acme_private_key_pem")).toMatchObject({
      sensitive: true,
      value: `\${${template.address("tls_private_key")}.private_key_pem}`,
    });
    const tagged = ["oci_identity_user", "oci_identity_group", "oci_identity_policy"].flatMap((type) =>
      template.resources(type),
    );
    expect(tagged.map(({ freeform_tags }) => freeform_tags)).toEqual(Array(4).fill({ team: "finops" }));
    expect(tagged.map(({ defined_tags }) => defined_tags)).toEqual(Array(4).fill({ "Operations.CostCenter": "42" }));
  });

  it("creates everything with the provider that is passed", () => {
    const stack = ociStack("us-phoenix-1");
    const provider = new OciProvider(stack, "home", { region: "us-ashburn-1", alias: "home" });
    integrationIn(stack, { provider, members: { alice: ocidOf("user", "b") }, additionalFeatures: ["TENANCY"] });
    const { resource } = Template.of(stack).json as { resource: Record<string, Record<string, Block>> };
    const { tls_private_key: keyPair, ...ociResources } = resource;
    const blocks = Object.values(ociResources).flatMap((byName) => Object.values(byName));
    expect(blocks).toHaveLength(8);
    expect(blocks.map((block) => block.provider)).toEqual(Array(8).fill("oci.home"));
    expect(Object.values(keyPair ?? {}).map((block) => block.provider)).toEqual([undefined]);
  });

  it("has no private key with an existing key pair, and leaves its upload as a manual step", () => {
    const { publicKey } = rsaKey();
    const { integration, template } = build(() => ({ userEmail, publicKeyPem: publicKey }));
    expect(template.resourceTypes).not.toHaveProperty("tls_private_key");
    expect(template.resource("oci_identity_api_key").key_value).toBe(publicKey.trim());
    expect(keys(template)).toEqual(FORM.filter((key) => key !== "private_key_pem"));
    expect(Object.values(template.outputs).filter(({ sensitive }) => sensitive === true)).toEqual([]);
    expect(handOff(template).manual_steps.map(({ key, output }) => [key, output])).toEqual([
      ["upload_private_key", "finops_upload_private_key"],
    ]);
    expect(template.output("finops_upload_private_key").value).toEqual({
      Fingerprint: `\${${template.address("oci_identity_api_key")}.fingerprint}`,
    });
    expect(integration.manualSteps.map(({ key }) => key)).toEqual(["upload_private_key"]);
  });

  it("lists the manual step of Cloud Advisor before that of the key", () => {
    const template = synth({ additionalFeatures: ["CLOUD_ADVISOR"], publicKeyPem: rsaKey().publicKey });
    expect(handOff(template).manual_steps.map(({ key }) => key)).toEqual(["cloud_advisor", "upload_private_key"]);
    expect(template.output("finops_cloud_advisor").value).toEqual({ Tenancy: TENANCY });
  });
});

describe("preconditions for unresolved tokens", () => {
  const stack = ociStack();
  const variable = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
  new OciIntegration(stack, "finops", {
    homeRegion: "us-ashburn-1",
    tenancyOcid: variable("tenancy"),
    userEmail: variable("user_email"),
    userName: variable("user_name"),
    groupName: variable("group_name"),
    policyName: variable("policy_name"),
    rsaBits: new TerraformVariable(stack, "bits", { type: "number" }).numberValue,
    members: { alice: variable("alice") },
    freeformTags: { team: variable("team") },
    definedTags: { "Operations.CostCenter": variable("center") },
    additionalFeatures: ["TENANCY"],
  });
  const template = Template.of(stack);
  const [first, second] = template.resources("oci_identity_policy");

  it("leave the tokens in the arguments of the resources", () => {
    expect(template.resource("oci_identity_user")).toMatchObject({
      compartment_id: "${var.tenancy}",
      name: "${var.user_name}",
      email: "${var.user_email}",
      freeform_tags: { team: "${var.team}" },
      defined_tags: { "Operations.CostCenter": "${var.center}" },
    });
    expect(template.resource("oci_identity_group")).toMatchObject({
      compartment_id: "${var.tenancy}",
      name: "${var.group_name}",
    });
    expect(first).toMatchObject({ compartment_id: "${var.tenancy}", name: "${var.policy_name}" });
    expect(second).toMatchObject({ compartment_id: "${var.tenancy}", name: "${var.policy_name}-additional" });
    expect(template.resource("tls_private_key")).toMatchObject({ rsa_bits: "${var.bits}" });
    expect(template.resources("oci_identity_user_group_membership").map(({ user_id }) => user_id)).toContain(
      "${var.alice}",
    );
  });

  it("are on the main resource of each part, and those of the billing export on the policy", () => {
    const checkedProps = (block?: Block): unknown[] => {
      const { precondition = [] } = (block?.lifecycle ?? {}) as { precondition?: { error_message: string }[] };
      const matches = precondition.map(({ error_message }) => /^(\w+) at [^:]+: '(\w+)' must /.exec(error_message));
      return [...new Set(matches.map((match) => `${match?.[1] ?? ""}.${match?.[2] ?? ""}`))].sort();
    };
    expect(checkedProps(template.resource("oci_identity_user"))).toEqual([
      "OciIdentity.groupName",
      "OciIdentity.rsaBits",
      "OciIdentity.tenancyOcid",
      "OciIdentity.userEmail",
      "OciIdentity.userName",
    ]);
    expect(checkedProps(first)).toEqual([
      "OciAccess.policyName",
      "OciAccess.tenancyOcid",
      "OciBillingExport.tenancyOcid",
    ]);
    expect(checkedProps(second)).toEqual([]);
  });

  it("leave the tokens in the outputs", () => {
    expect(template.output("finops_tenancy_ocid").value).toBe("${var.tenancy}");
    expect(template.output("finops_usage_report_bucket").value).toBe("${var.tenancy}");
    expect(template.output("finops_group_name").value).toMatch(/^\$\{oci_identity_group\.\w+\.name\}$/);
  });
});

describe("validation of an integration", () => {
  it("reports the problems of all parts at once, each once, and leaves nothing in the tree", () => {
    const stack = ociStack();
    expect(
      refusal(() =>
        integrationIn(stack, {
          tenancyOcid: "acme",
          userEmail: "finops",
          groupName: "fin ops",
          policyName: "fin/ops",
          additionalFeatures: ["ALL" as "TENANCY"],
          outputPrefix: "Finops",
        }),
      ),
    ).toBe(
      [
        "OciIntegration at billing/finops: 6 problems",
        `  - 'outputPrefix' must be lower-case letters, digits and '_', beginning with a letter, got: "Finops"; for example "finops"`,
        `  - 'tenancyOcid' must be the OCID of a tenancy, got: "acme"; for example "ocid1.tenancy.oc1..aaaaaaaa…"`,
        `  - 'groupName' must be letters, digits and ._-, got: "fin ops"; for example "finops-platform"`,
        `  - 'userEmail' must be an e-mail address, got: "finops"; for example "finops-platform@acme.com"`,
        `  - 'policyName' must be letters, digits and ._-, got: "fin/ops"; for example "finops-platform"`,
        `  - 'additionalFeatures' must be a list of BUDGETS, CLOUD_ADVISOR, COMPARTMENTS, COST_ANALYSIS, ORGANIZATION, SUBSCRIPTIONS, TENANCY, got: "ALL" in it`,
      ].join("\n"),
    );
    expect(stack.node.children.map((child) => child.node.id)).toEqual(["oci", "tls"]);
  });

  it("reports conflicting props of its parts, each conflict once", () => {
    const stack = ociStack();
    expect(
      refusal(() =>
        integrationIn(stack, {
          homeRegion: "us-gov-ashburn-1",
          tenancyType: "CHILD",
          publicKeyPem: rsaKey().publicKey,
          rsaBits: 4096,
        }),
      ),
    ).toBe(
      [
        "OciIntegration at billing/finops: 4 problems",
        `  - 'tenancyOcid' must be of the realm oc3, like 'homeRegion' "us-gov-ashburn-1", got: "${TENANCY}", which is of oc1`,
        "  - 'rsaBits' must be left out when 'publicKeyPem' is passed: it is for a new key pair only",
        `  - 'tenancyType' must be PARENT, got: "CHILD"; Oracle writes the costs of a child tenancy into the reports of its parent only: deploy to the parent tenancy`,
        "  - 'usageReportTenancyOcid' is required in the realm oc3: Oracle publishes this OCID for oc1 only; ask Oracle's support for it",
      ].join("\n"),
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("refuses an unknown region, and reports it once", () => {
    expect(refusal(() => integrationIn(ociStack(), { homeRegion: "us-atlantis-1" }))).toBe(
      `OciIntegration at billing/finops: 'homeRegion' must be an OCI region, got: "us-atlantis-1", which this library does not know; if the region is newer than the library, also set 'realm'`,
    );
  });

  it("refuses an unknown property, and lists the known ones", () => {
    expect(refusal(() => integrationIn(ociStack(), { color: "red" } as AnyProps<OciIntegrationProps>))).toBe(
      `OciIntegration at billing/finops: "color" is not a known property; known are outputPrefix, identity, billingExport, tenancyOcid, homeRegion, realm, provider, ` +
        "freeformTags, definedTags, groupName, members, userEmail, userName, publicKeyPem, rsaBits, privateKeyFormat, tlsProvider, tenancyType, " +
        "usageReportTenancyOcid, policyName, additionalFeatures",
    );
  });

  it.each([null, "acme", 42, ["acme"]])("refuses %j as props", (props) => {
    const stack = ociStack();
    expect(() => new OciIntegration(stack, "finops", props as unknown as OciIntegrationProps)).toThrow(
      /the props must be an object/,
    );
  });

  it("refuses a private key as 'publicKeyPem', without showing it", () => {
    const { privateKey } = rsaKey();
    const message = refusal(() => integrationIn(ociStack(), { publicKeyPem: privateKey }));
    expect(message).toBe(
      `OciIntegration at billing/finops: 'publicKeyPem' must be the public half of the key pair; a private key must never be in a program, got: ${privateKey.length} characters, which are not shown; ` +
        'for example readFileSync("finops_public.pem", "utf8"), created by: openssl rsa -in <private key file> -pubout',
    );
  });

  it("refuses at synthesis all names that another integration uses, until one of the two is removed", () => {
    const names = { userEmail, userName: "u", groupName: "g", policyName: "p", outputPrefix: "o" };
    const stack = ociStack();
    integrationIn(stack, names);
    new OciIntegration(stack, "second", { ...HOME, ...names });
    expect(problemsOf(stack)).toBe(
      [
        ["OciIntegration", "", "outputPrefix", " in the stack", "o", "outputs"],
        ["OciIdentity", "/identity", "groupName", "", "g", "group"],
        ["OciIdentity", "/identity", "userName", "", "u", "user"],
        ["OciIdentity", "/identity", "userEmail", "", userEmail, "user's address"],
        ["OciAccess", "/access", "policyName", "", "p", "policy"],
      ]
        .map(
          ([type = "", part = "", property = "", within = "", name = "", kind = ""]) =>
            `[billing] ${type} at billing/second${part}: '${property}' must be unique${within}, got: "${name}", which billing/finops${part} already uses for its ${kind}; choose another`,
        )
        .join("\n"),
    );
    stack.node.tryRemoveChild("finops");
    expect(problemsOf(stack)).toBe("");
  });
});

describe("parts that are passed", () => {
  it("replace user and group, if the identity is in a domain", () => {
    const { integration, template } = build((stack) => ({
      identity: new OciDomainIdentity(stack, "in", { ...HOME, userEmail, domainName: "Services" }),
    }));
    expect(integration.identity).toBeInstanceOf(OciDomainIdentity);
    expect(template.resourceTypes).toEqual({
      oci_identity_domains_user: 1,
      oci_identity_domains_group: 1,
      oci_identity_domains_api_key: 1,
      oci_identity_policy: 1,
      tls_private_key: 1,
    });
    expect(keys(template)).toEqual(FORM);
    expect(template.output("finops_user_ocid").value).toBe(`\${${template.address("oci_identity_domains_user")}.ocid}`);
    expect(template.output("finops_group_name").value).toBe(
      `\${${template.address("oci_identity_domains_group")}.display_name}`,
    );
    expect(template.output("finops_fingerprint").value).toBe(
      `\${${template.address("oci_identity_domains_api_key")}.fingerprint}`,
    );
  });

  it.each<[string, (stack: TerraformStack) => IOciIdentity, Record<string, number>]>([
    [
      "an existing user",
      (stack) => OciIdentity.fromUser(stack, "in", { ...HOME, userOcid: USER }),
      { oci_identity_group: 1, oci_identity_user_group_membership: 1 },
    ],
    [
      "an existing group",
      (stack) => OciIdentity.fromGroup(stack, "in", { ...HOME, userEmail, groupOcid: GROUP }),
      {
        oci_identity_user: 1,
        oci_identity_user_capabilities_management: 1,
        oci_identity_user_group_membership: 1,
      },
    ],
    ["an existing user in an existing group", member, {}],
  ])("can be %s, which gets an API key and the permissions of the policy", (_, create, types) => {
    const { integration, template } = build((stack) => ({ identity: create(stack) }));
    expect(integration.identity.node.path).toBe("billing/in");
    expect(template.resourceTypes).toEqual({
      ...types,
      oci_identity_api_key: 1,
      oci_identity_policy: 1,
      tls_private_key: 1,
    });
    expect(keys(template)).toEqual(FORM);
  });

  it("can be the billing export", () => {
    const { integration, template } = build((stack) => ({
      userEmail,
      billingExport: new OciBillingExport(stack, "export", HOME),
    }));
    expect(integration.billingExport.node.path).toBe("billing/export");
    expect(integration.node.tryFindChild("billing_export")).toBeUndefined();
    expect(keys(template)).toEqual(FORM);
  });

  it("make 'usageReportTenancyOcid' unnecessary, if the billing export is passed", () => {
    const home = { tenancyOcid: ocidOf("tenancy", "a", "oc19"), homeRegion: "eu-frankfurt-2" } as const;
    const stack = ociStack(home.homeRegion);
    const reports = { ...home, usageReportTenancyOcid: ocidOf("tenancy", "r", "oc19") };
    const billingExport = new OciBillingExport(stack, "export", reports);
    new OciIntegration(stack, "finops", { ...home, userEmail, billingExport });
    const [define] = Template.of(stack).resource("oci_identity_policy").statements as string[];
    expect(define).toBe(`define tenancy usage-report as ${reports.usageReportTenancyOcid}`);
  });

  it("need no default name, so that the path of the integration can be longer", () => {
    const stack = ociStack();
    const identity = member(stack);
    const id = "x".repeat(95);
    expect(
      () => new OciIntegration(stack, id, { ...HOME, identity, policyName: "p", outputPrefix: "o" }),
    ).not.toThrow();
    const longer = { ...HOME, userEmail, policyName: "p2", outputPrefix: "o2" };
    expect(refusal(() => new OciIntegration(stack, `y${id}`, longer))).toContain("so set 'groupName'");
  });
});

describe("validation of passed parts", () => {
  const problemsWith = (createProps: CreateProps): string => refusal(() => build(createProps));

  it("requires 'userEmail' if no identity is passed", () => {
    expect(problemsWith(() => ({}))).toBe(
      `OciIntegration at billing/finops: 'userEmail' is required: it must be an e-mail address; for example "finops-platform@acme.com"`,
    );
  });

  it("refuses the properties of a part that is passed", () => {
    expect(
      problemsWith((stack) => ({
        identity: member(stack),
        billingExport: new OciBillingExport(stack, "export", HOME),
        userEmail,
        groupName: "g",
        members: {},
        rsaBits: 4096,
        tenancyType: "PARENT",
        usageReportTenancyOcid: OC1,
      })),
    ).toBe(
      [
        "OciIntegration at billing/finops: 6 problems",
        "  - 'groupName' must be left out when 'identity' is passed (set it on that construct, if supported), got: \"g\"",
        "  - 'members' must be left out when 'identity' is passed (set it on that construct, if supported), got: an object",
        `  - 'userEmail' must be left out when 'identity' is passed (set it on that construct, if supported), got: "${userEmail}"`,
        "  - 'rsaBits' must be left out when 'identity' is passed (set it on that construct, if supported), got: 4096",
        "  - 'tenancyType' must be left out when 'billingExport' is passed (set it on that construct, if supported), got: \"PARENT\"",
        `  - 'usageReportTenancyOcid' must be left out when 'billingExport' is passed (set it on that construct, if supported), got: "${OC1}"`,
      ].join("\n"),
    );
  });

  it("refuses a key beside a passed identity, without showing it", () => {
    const { privateKey } = rsaKey();
    const message = problemsWith((stack) => ({ identity: member(stack), publicKeyPem: privateKey }));
    expect(message).toBe(
      `OciIntegration at billing/finops: 'publicKeyPem' must be left out when 'identity' is passed (set it on that construct, if supported), got: ${privateKey.length} characters, which are not shown`,
    );
  });

  it("refuses a part in another stack, and a value that is not a part", () => {
    const other = new TerraformStack(Testing.app(), "other");
    const identity = member(other);
    expect(problemsWith(() => ({ identity }))).toBe(
      "OciIntegration at billing/finops: 'identity' must be in the stack of the construct, got: other/in; create it in billing",
    );
    const billingExport = new OciBillingExport(other, "export", HOME);
    expect(problemsWith(() => ({ userEmail, billingExport }))).toBe(
      "OciIntegration at billing/finops: 'billingExport' must be in the stack of the construct, got: other/export; create it in billing",
    );
    expect(problemsWith(() => ({ identity: "platform" as unknown as IOciIdentity }))).toBe(
      `OciIntegration at billing/finops: 'identity' must be an IOciIdentity, got: "platform"; for example new OciIdentity(…), new OciDomainIdentity(…), OciIdentity.fromUser(…), .fromGroup(…) or .fromMember(…)`,
    );
  });

  it("refuses a part with a provider that the integration does not use", () => {
    const home = { region: "us-ashburn-1", alias: "home" };
    expect(problemsWith((stack) => ({ identity: member(stack), provider: new OciProvider(stack, "home", home) }))).toBe(
      "OciIntegration at billing/finops: 'identity' must use the provider of the construct, got: the stack's default one; pass the same 'provider' to both",
    );
    expect(
      problemsWith((stack) => ({ identity: member(stack, { provider: new OciProvider(stack, "home", home) }) })),
    ).toBe(
      "OciIntegration at billing/finops: 'identity' must use the provider of the construct, got: billing/home; pass the same 'provider' to both",
    );
  });

  it("accepts the stack's default provider, passed to the part and implicit in the integration", () => {
    const stack = emptyStack();
    const provider = new OciProvider(stack, "oci", { region: "us-ashburn-1" });
    new TlsProvider(stack, "tls");
    const identity = member(stack, { provider });
    expect(() => new OciIntegration(stack, "finops", { ...HOME, identity })).not.toThrow();
  });

  it("refuses parts of another tenancy", () => {
    const other = { ...HOME, tenancyOcid: ocidOf("tenancy", "b") };
    expect(
      problemsWith((stack) => ({
        identity: member(stack, other),
        billingExport: new OciBillingExport(stack, "export", other),
      })),
    ).toBe(
      [
        "OciIntegration at billing/finops: 2 problems",
        `  - 'identity' must be for the tenancy of the construct, got: one for "${other.tenancyOcid}"`,
        `  - 'billingExport' must be for the tenancy of the construct, got: one for "${other.tenancyOcid}"`,
      ].join("\n"),
    );
  });

  it("refuses a billing export of another home region", () => {
    expect(
      problemsWith((stack) => ({
        userEmail,
        billingExport: new OciBillingExport(stack, "export", { ...HOME, homeRegion: "us-phoenix-1" }),
      })),
    ).toBe(
      `OciIntegration at billing/finops: 'billingExport' must be for the home region of the construct, got: one for "us-phoenix-1"`,
    );
  });

  it("accepts options of created parts beside a passed part", () => {
    const tags = { freeformTags: { team: "finops" }, definedTags: { "Operations.CostCenter": "42" } };
    const { template } = build((stack) => ({ realm: "oc1", identity: member(stack), ...tags }));
    expect(template.resource("oci_identity_policy")).toMatchObject({
      freeform_tags: tags.freeformTags,
      defined_tags: tags.definedTags,
    });
  });
});

describe("tags", () => {
  it("are set on all resources that support tags, whichever parts are passed", () => {
    const freeformTags = { team: "finops" };
    const stack = ociStack();
    integrationIn(stack, { freeformTags, additionalFeatures: ["TENANCY"], members: { alice: USER } });
    const identity = new OciDomainIdentity(stack, "in", { ...HOME, userEmail, domainName: "Services", freeformTags });
    new OciIntegration(stack, "second", { ...HOME, identity, freeformTags });
    // The class of a resource has these properties if the resource supports tags.
    const resources = stack.node
      .findAll()
      .filter((node): node is TerraformResource => TerraformResource.isTerraformResource(node));
    const TAGS = ["freeformTagsInput", "urnietfparamsscimschemasoracleidcsextensionOciTagsInput"];
    const taggable = resources.filter((resource) => TAGS.some((name) => name in resource));
    expect(new Set(taggable.map(({ terraformResourceType }) => terraformResourceType))).toEqual(
      new Set([
        "oci_identity_user",
        "oci_identity_group",
        "oci_identity_policy",
        "oci_identity_domains_user",
        "oci_identity_domains_group",
      ]),
    );
    const { resource } = Template.of(stack).json as { resource: Record<string, Record<string, Block>> };
    const blocks = Object.entries(resource).filter(([type]) =>
      taggable.some(({ terraformResourceType }) => terraformResourceType === type),
    );
    const untagged = blocks.flatMap(([type, byName]) =>
      Object.values(byName).flatMap((block) => (JSON.stringify(block).includes('"finops"') ? [] : [type])),
    );
    expect(untagged).toEqual([]);
  });
});

describe("several integrations", () => {
  it("coexist in one stack, and in several", () => {
    const app = Testing.app();
    const [one, two] = ["one", "two"].map((id) => {
      const stack = new TerraformStack(app, id);
      new OciProvider(stack, "oci", { region: "us-ashburn-1" });
      new TlsProvider(stack, "tls");
      return stack;
    }) as [TerraformStack, TerraformStack];
    new OciIntegration(one, "finops", { ...HOME, userEmail: "a@acme.example" });
    new OciIntegration(one, "second", { ...HOME, userEmail: "b@acme.example" });
    new OciIntegration(new Construct(two, "team"), "finops", { ...HOME, userEmail: "c@acme.example" });
    const template = Template.of(one);
    expect(template.resources("oci_identity_user").map((user) => user.name)).toEqual(["one-finops", "one-second"]);
    expect(Object.keys(template.outputs)).toHaveLength(18);
    expect(Object.keys(Template.of(two).outputs)).toContain("team_finops_user_ocid");
  });

  it("have the same addresses and content in any order, and when others are added later", () => {
    const synthesized = (ids: readonly string[]): Record<string, unknown> => {
      const stack = ociStack();
      for (const id of ids) {
        new OciIntegration(stack, id, { ...HOME, userEmail: `${id}@acme.example`, additionalFeatures: ["TENANCY"] });
      }
      const { resource, output } = Template.of(stack).json;
      return { resource, output };
    };
    expect(synthesized(["b", "a"])).toEqual(synthesized(["a", "b"]));
    expect(synthesized(["c", "a", "b"])).toMatchObject(synthesized(["a", "b"]));
  });

  it("can share an identity and a billing export", () => {
    const stack = ociStack();
    const identity = OciIdentity.fromUser(stack, "in", { ...HOME, userOcid: USER });
    const billingExport = new OciBillingExport(stack, "export", HOME);
    new OciIntegration(stack, "one", { ...HOME, identity, billingExport });
    new OciIntegration(stack, "two", { ...HOME, identity, billingExport, additionalFeatures: ["TENANCY"] });
    expect(Template.of(stack).resourceTypes).toEqual({
      oci_identity_group: 1,
      oci_identity_user_group_membership: 1,
      oci_identity_api_key: 1,
      oci_identity_policy: 3,
      tls_private_key: 1,
    });
  });

  it("can use the same names in two tenancies, with two providers", () => {
    const stack = ociStack();
    const other = new OciProvider(stack, "other", { region: "uk-london-1", alias: "other" });
    const names = { userEmail, userName: "finops", groupName: "finops", policyName: "finops" };
    integrationIn(stack, names);
    new OciIntegration(stack, "second", {
      ...names,
      tenancyOcid: ocidOf("tenancy", "b"),
      homeRegion: "uk-london-1",
      provider: other,
    });
    const template = Template.of(stack);
    expect(template.resources("oci_identity_user").map(({ provider }) => provider)).toEqual([undefined, "oci.other"]);
    expect(template.output("second_region").value).toBe("uk-london-1");
    expect(template.output("second_usage_report_bucket").value).toBe(ocidOf("tenancy", "b"));
  });
});

describe("overrides of the integration", () => {
  it("reach the main resource of each part, its default child; the billing export has none", () => {
    const { identity, billingExport, access } = integrationIn(ociStack());
    const types = [identity, access].map(({ node }) => (node.defaultChild as TerraformResource).terraformResourceType);
    expect(types).toEqual(["oci_identity_user", "oci_identity_policy"]);
    expect(billingExport.node.defaultChild).toBeUndefined();
  });

  it("apply to each resource, by addOverride", () => {
    const stack = ociStack();
    const integration = integrationIn(stack, { additionalFeatures: ["TENANCY"] });
    const resources = integration.node.findAll().filter((node) => TerraformResource.isTerraformResource(node));
    resources.forEach((resource, index) => {
      resource.addOverride("provisioner", [{ "local-exec": { command: `${index}` } }]);
    });
    const { resource } = Template.of(stack).json as {
      resource: Record<string, Record<string, { provisioner?: unknown }>>;
    };
    const overridden = Object.values(resource).flatMap((byName) => Object.values(byName));
    expect(overridden).toHaveLength(resources.length);
    expect(overridden.filter(({ provisioner }) => provisioner === undefined)).toEqual([]);
  });
});

describe("a subclass of the integration", () => {
  class Prefixed extends OciIntegration {
    protected override createIdentity(props: OciIdentityProps): IOciIdentity {
      return new OciIdentity(this, "identity", { ...props, userName: `svc-${props.userName ?? ""}` });
    }
  }

  it("creates a part differently", () => {
    const stack = ociStack();
    const { identity } = new Prefixed(stack, "finops", { ...HOME, userEmail });
    expect(identity).toBeInstanceOf(OciIdentity);
    expect(Template.of(stack).resource("oci_identity_user").name).toBe("svc-billing-finops");
  });

  it("claims the names that it creates, not those in its props", () => {
    const stack = ociStack();
    new Prefixed(stack, "finops", { ...HOME, userEmail, userName: "platform" });
    new OciIdentity(stack, "one", { ...HOME, userEmail: "one@acme.example", userName: "platform" });
    expect(problemsOf(stack)).toBe("");
    new OciIdentity(stack, "two", { ...HOME, userEmail: "two@acme.example", userName: "svc-platform" });
    expect(problemsOf(stack)).toBe(
      `[billing] OciIdentity at billing/two: 'userName' must be unique, got: "svc-platform", which billing/finops/identity already uses for its user; choose another`,
    );
  });

  it("creates other parts differently, sets its own defaults, and keeps the addresses of the parts", () => {
    class Company extends OciIntegration {
      constructor(scope: Construct, id: string, props: OciIntegrationProps) {
        super(scope, id, { rsaBits: 4096, ...props });
      }

      protected override createBillingExport(props: OciBillingExportProps): OciBillingExport {
        return new OciBillingExport(this, "billing_export", { ...props, tenancyType: "PARENT" });
      }

      protected override createAccess(props: Omit<OciAccessProps, "identity" | "billingExport">): OciAccess {
        const { identity, billingExport } = this;
        return new OciAccess(this, "access", { ...props, identity, billingExport, freeformTags: { team: "finops" } });
      }
    }
    const stack = ociStack();
    new Company(stack, "finops", { ...HOME, userEmail });
    const template = Template.of(stack);
    expect(template.addresses).toEqual(synth().addresses);
    expect(template.resource("tls_private_key").rsa_bits).toBe(4096);
    expect(template.resource("oci_identity_policy").freeform_tags).toEqual({ team: "finops" });
    expect(template.resource("oci_identity_user")).not.toHaveProperty("freeform_tags");
  });
});
