import {
  type IOciIdentity,
  OCI_PERMISSIONS,
  OciAccess,
  type OciAccessProps,
  type OciAdditionalFeature,
  OciBillingExport,
  OciDomainIdentity,
  OciIdentity,
  OciIntegration,
  type OciIntegrationProps,
  OciProvider,
} from "cdktf-finops/oci";
import { App, TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
import { GROUP, HOME, ocidOf, ociStack, TENANCY, USER } from "../support/oci";
import { type Block, problemsOf, refusal, Template } from "../support/template";

const OC1 = "ocid1.tenancy.oc1..aaaaaaaaned4fkpkisbwjlr56u7cj63lf3wffbilvqknstgtvzub7vhqkggq";
const NEW_USER = { userEmail: "finops@acme.example" };
const ALL: readonly OciAdditionalFeature[] = [
  "BUDGETS",
  "CLOUD_ADVISOR",
  "COMPARTMENTS",
  "COST_ANALYSIS",
  "ORGANIZATION",
  "SUBSCRIPTIONS",
  "TENANCY",
];

const partsIn = (stack: TerraformStack): Pick<OciAccessProps, "identity" | "billingExport"> => ({
  identity: new OciIdentity(stack, "identity", { ...HOME, ...NEW_USER }),
  billingExport: new OciBillingExport(stack, "export", HOME),
});

const build = (props: Partial<OciAccessProps> = {}): { stack: TerraformStack; access: OciAccess } => {
  const stack = ociStack();
  const access = new OciAccess(stack, "finops", { ...HOME, ...partsIn(stack), ...props });
  return { stack, access };
};

/** Policies of a stack by name. */
const policiesOf = (stack: TerraformStack): Record<string, Block> =>
  Object.fromEntries(
    Template.of(stack)
      .resources("oci_identity_policy")
      .map((policy) => [policy.name as string, policy]),
  );

/** Statements of the second policy, with `G` in place of the group's name. */
const additionalStatements = (...additionalFeatures: OciAdditionalFeature[]): string[] => {
  const { statements } = policiesOf(build({ additionalFeatures }).stack)["billing-finops-additional"] ?? {};
  return (statements as string[]).map((statement) => statement.replace(/group \$\{[^}]+\}/, "group G"));
};

describe("an access with only its required props", () => {
  const { stack, access } = build();
  const template = Template.of(stack);

  it("creates one policy, in the root compartment", () => {
    expect(template.resources("oci_identity_policy")).toHaveLength(1);
    expect(template.resource("oci_identity_policy")).toMatchObject({
      name: "billing-finops",
      compartment_id: TENANCY,
      description: "Lets the FinOps platform read the cost reports",
    });
    expect(access.additionalPolicy).toBeUndefined();
  });

  it("defines the alias of Oracle's tenancy, then endorses reading the reports in it", () => {
    expect(template.resource("oci_identity_policy").statements).toEqual([
      `define tenancy usage-report as ${OC1}`,
      `endorse group \${${template.address("oci_identity_group")}.name} to read objects in tenancy usage-report`,
    ]);
  });

  it("grants exactly the permissions of the catalogue for the reports", () => {
    expect(access.permissions).toEqual(OCI_PERMISSIONS.filter(({ feature }) => feature === "billing export"));
    expect(access.permissions.map(({ id }) => id)).toEqual(["ReadReports"]);
  });

  it("has no manual steps, warnings or preconditions", () => {
    expect(access.manualSteps).toEqual([]);
    expect(access.node.metadata).toEqual([]);
    expect(template.resource("oci_identity_policy").lifecycle).not.toHaveProperty("precondition");
  });

  it("replaces the policy together with the group, whose OCID Oracle stores", () => {
    expect(template.resource("oci_identity_policy").lifecycle).toEqual({
      replace_triggered_by: [`${template.address("oci_identity_group")}.id`],
    });
  });

  it("uses the report tenancy that is passed in another realm", () => {
    const home = { tenancyOcid: ocidOf("tenancy", "a", "oc19"), homeRegion: "eu-frankfurt-2" } as const;
    const reports = ocidOf("tenancy", "r", "oc19");
    const other = ociStack(home.homeRegion);
    const identity = new OciIdentity(other, "identity", { ...home, ...NEW_USER });
    const billingExport = new OciBillingExport(other, "export", { ...home, usageReportTenancyOcid: reports });
    new OciAccess(other, "finops", { ...home, identity, billingExport });
    const { compartment_id, statements } = Template.of(other).resource("oci_identity_policy");
    expect(compartment_id).toBe(home.tenancyOcid);
    expect((statements as string[])[0]).toBe(`define tenancy usage-report as ${reports}`);
  });
});

describe("the subject of the statements", () => {
  const endorseStatement = (create: (stack: TerraformStack) => IOciIdentity): string => {
    const stack = ociStack();
    const billingExport = new OciBillingExport(stack, "export", HOME);
    new OciAccess(stack, "finops", { ...HOME, identity: create(stack), billingExport });
    const [, endorse = ""] = Template.of(stack).resource("oci_identity_policy").statements as string[];
    return endorse.replace(/_[0-9A-F]{8}/, "");
  };

  it.each<[string, (stack: TerraformStack) => IOciIdentity, string]>([
    [
      "a new group",
      (stack) => new OciIdentity(stack, "in", { ...HOME, ...NEW_USER }),
      "group ${oci_identity_group.in_group.name}",
    ],
    [
      "a new group in an identity domain",
      (stack) => new OciDomainIdentity(stack, "in", { ...HOME, ...NEW_USER, domainName: "Services" }),
      "group 'Services'/'${oci_identity_domains_group.in_group.display_name}'",
    ],
    [
      "a new group with an existing user",
      (stack) => OciIdentity.fromUser(stack, "in", { ...HOME, userOcid: USER }),
      "group ${oci_identity_group.in_group.name}",
    ],
    [
      "an existing group with a new user",
      (stack) => OciIdentity.fromGroup(stack, "in", { ...HOME, ...NEW_USER, groupOcid: GROUP }),
      "group id ${data.oci_identity_group.in_group.group_id}",
    ],
    [
      "an existing group with an existing user",
      (stack) => OciIdentity.fromMember(stack, "in", { ...HOME, userOcid: USER, groupOcid: GROUP }),
      "group id ${data.oci_identity_group.in_group.group_id}",
    ],
  ])("is a reference to %s, so that the policy waits for it", (_, create, subject) => {
    expect(endorseStatement(create)).toBe(`endorse ${subject} to read objects in tenancy usage-report`);
  });
});

describe("additional features", () => {
  it.each<[OciAdditionalFeature, string[]]>([
    ["BUDGETS", ["allow group G to read usage-budgets in tenancy"]],
    ["CLOUD_ADVISOR", ["allow group G to read optimizer-api-family in tenancy"]],
    ["COMPARTMENTS", ["allow group G to inspect compartments in tenancy"]],
    ["COST_ANALYSIS", ["allow group G to read usage-report in tenancy"]],
    [
      "ORGANIZATION",
      [
        "allow group G to inspect organizations-entity in tenancy",
        "allow group G to inspect organizations-tenancy in tenancy",
      ],
    ],
    [
      "SUBSCRIPTIONS",
      [
        "allow group G to read subscription in tenancy",
        "allow group G to read subscribed-services in tenancy",
        "allow group G to read computed-usages in tenancy",
        "allow group G to read rate-cards in tenancy",
      ],
    ],
    ["TENANCY", ["allow group G to inspect tenancies in tenancy"]],
  ])("grant, for %s, exactly these permissions", (feature, statements) => {
    expect(additionalStatements(feature)).toEqual(statements);
  });

  it("grant the whole catalogue when all are set, in its order", () => {
    const each = OCI_PERMISSIONS.filter(({ feature }) => feature !== "billing export").map(({ actions }) => actions);
    const statements = each.flat().map((action) => `allow group G to ${action} in tenancy`);
    expect(additionalStatements(...ALL)).toEqual(statements);
    expect(additionalStatements(...[...ALL].reverse())).toEqual(statements);
    expect(build({ additionalFeatures: ALL }).access.permissions).toEqual(OCI_PERMISSIONS);
  });

  it("are granted by a second policy after the first, so that 'allow' is not mixed with 'endorse'", () => {
    const { stack, access } = build({ additionalFeatures: ["TENANCY", "BUDGETS"] });
    const template = Template.of(stack);
    const group = `group \${${template.address("oci_identity_group")}.name}`;
    const { "billing-finops": first, "billing-finops-additional": second } = policiesOf(stack);
    expect((first?.statements as string[]).map((statement) => statement.split(" ")[0])).toEqual(["define", "endorse"]);
    expect(second).toMatchObject({
      compartment_id: TENANCY,
      description: "Lets the FinOps platform see more than the cost reports",
      statements: [`allow ${group} to read usage-budgets in tenancy`, `allow ${group} to inspect tenancies in tenancy`],
      depends_on: [`oci_identity_policy.${access.policy.friendlyUniqueId}`],
    });
    expect(access.additionalPolicy?.nameInput).toBe("billing-finops-additional");
  });

  it("grant nothing if the list is empty", () => {
    const { stack, access } = build({ additionalFeatures: [] });
    expect(Object.keys(policiesOf(stack))).toEqual(["billing-finops"]);
    expect(access.additionalPolicy).toBeUndefined();
  });

  it("stay the same when a caller changes the list of permissions", () => {
    const { access } = build();
    access.permissions.pop();
    expect(access.permissions).toHaveLength(1);
  });
});

describe("the feature CLOUD_ADVISOR", () => {
  it("adds the manual step to enable Cloud Advisor, with a warning at synthesis", () => {
    const { access } = build({ additionalFeatures: ["CLOUD_ADVISOR"] });
    const link = "https://docs.oracle.com/en-us/iaas/Content/CloudAdvisor/Tasks/cloudadvisor-getting_started.htm";
    expect(access.manualSteps).toEqual([
      {
        key: "cloud_advisor",
        title: "Enable Cloud Advisor, unless it is active in the tenancy",
        why: "Cloud Advisor finds savings only in tenancies in which it is active, and only the console can enable it.",
        link,
        values: { Tenancy: TENANCY },
        check: "The console shows recommendations under Cloud Advisor within a day.",
      },
    ]);
    expect(access.node.metadata.map(({ type, data }) => [type, data as string])).toEqual([
      [
        "@cdktf/warn",
        "Manual step: Enable Cloud Advisor, unless it is active in the tenancy. Cloud Advisor finds savings only " +
          `in tenancies in which it is active, and only the console can enable it. See ${link}`,
      ],
    ]);
  });

  it("adds no manual step if it is not set", () => {
    expect(build({ additionalFeatures: ALL.filter((one) => one !== "CLOUD_ADVISOR") }).access.manualSteps).toEqual([]);
  });
});

describe("an access with all options", () => {
  it("creates policies with the name, the tags and, for the second one, the suffix '-additional'", () => {
    const tags = { freeformTags: { team: "finops" }, definedTags: { "Operations.CostCenter": "42" } };
    const policies = policiesOf(build({ policyName: "finops.read", additionalFeatures: ["TENANCY"], ...tags }).stack);
    expect(Object.keys(policies)).toEqual(["finops.read", "finops.read-additional"]);
    for (const policy of Object.values(policies)) {
      expect(policy).toMatchObject({
        freeform_tags: { team: "finops" },
        defined_tags: { "Operations.CostCenter": "42" },
      });
    }
  });

  it("creates the policies with the provider that is passed", () => {
    const stack = ociStack("us-phoenix-1");
    const provider = new OciProvider(stack, "home", { region: "us-ashburn-1", alias: "home" });
    const identity = new OciIdentity(stack, "identity", { ...HOME, ...NEW_USER, provider });
    const billingExport = new OciBillingExport(stack, "export", HOME);
    new OciAccess(stack, "finops", { ...HOME, identity, billingExport, provider, additionalFeatures: ["TENANCY"] });
    expect(Object.values(policiesOf(stack)).map((policy) => policy.provider)).toEqual(["oci.home", "oci.home"]);
  });
});

describe("preconditions for unresolved tokens", () => {
  const stack = ociStack();
  const variable = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
  const tenancyOcid = variable("tenancy");
  const home = { ...HOME, tenancyOcid };
  new OciAccess(stack, "finops", {
    ...home,
    identity: new OciIdentity(stack, "identity", { ...home, ...NEW_USER }),
    billingExport: new OciBillingExport(stack, "export", home),
    policyName: variable("policy"),
    additionalFeatures: ["TENANCY"],
  });
  const policies = policiesOf(stack);
  const [first, second] = [policies["${var.policy}"], policies["${var.policy}-additional"]];

  it("leave the tokens in the policies", () => {
    expect(first).toMatchObject({ compartment_id: "${var.tenancy}" });
    expect(second).toMatchObject({ compartment_id: "${var.tenancy}" });
  });

  it("are on the first policy, and the second waits for it", () => {
    const { precondition } = first?.lifecycle as { precondition: { condition: string; error_message: string }[] };
    const own = precondition.filter(({ error_message }) => error_message.startsWith("OciAccess at billing/finops: "));
    expect(own).toEqual([
      {
        condition: '${can(regex("^[a-z0-9._-]*$", var.tenancy))}',
        error_message: "OciAccess at billing/finops: 'tenancyOcid' must be the OCID of a tenancy.",
      },
      {
        condition: '${can(regex("^ocid1[.](tenancy)[.]oc[0-9]{1,3}[.][a-z0-9-]*[.][a-z0-9]+$", var.tenancy))}',
        error_message: "OciAccess at billing/finops: 'tenancyOcid' must be the OCID of a tenancy.",
      },
      {
        condition: "${(length(var.tenancy) <= 255)}",
        error_message: "OciAccess at billing/finops: 'tenancyOcid' must be at most 255 characters long.",
      },
      {
        condition: '${can(regex("^[A-Za-z0-9._-]*$", var.policy))}',
        error_message: "OciAccess at billing/finops: 'policyName' must be letters, digits and ._-.",
      },
      {
        condition: "${((length(var.policy) >= 1) && (length(var.policy) <= 89))}",
        error_message: "OciAccess at billing/finops: 'policyName' must be 1-89 characters long.",
      },
    ]);
    expect(precondition.length).toBeGreaterThan(own.length);
    expect(second?.lifecycle).not.toHaveProperty("precondition");
    expect(second?.depends_on).toEqual([expect.stringMatching(/^oci_identity_policy\.finops_/)]);
  });
});

describe("validation of the access", () => {
  it.each<[string, object, string]>([
    [
      "a name with spaces",
      { policyName: "fin ops" },
      `'policyName' must be letters, digits and ._-, got: "fin ops"; for example "finops-platform"`,
    ],
    [
      "a space beside a token",
      { policyName: `${Token.asString({ ref: "x" })} finops` },
      `'policyName' must be letters, digits and ._-, got: " finops" beside a token`,
    ],
    [
      "the name of a user as identity",
      { identity: "finops" },
      `'identity' must be an IOciIdentity, got: "finops"; for example new OciIdentity(…), new OciDomainIdentity(…), OciIdentity.fromUser(…), .fromGroup(…) or .fromMember(…)`,
    ],
    [
      "a missing billing export",
      { billingExport: undefined },
      "'billingExport' is required: it must be an IOciBillingExport; for example new OciBillingExport(…)",
    ],
    [
      "an unknown feature",
      { additionalFeatures: ["ALL"] },
      `'additionalFeatures' must be a list of BUDGETS, CLOUD_ADVISOR, COMPARTMENTS, COST_ANALYSIS, ORGANIZATION, SUBSCRIPTIONS, TENANCY, got: "ALL" in it`,
    ],
    [
      "a feature twice",
      { additionalFeatures: ["TENANCY", "TENANCY"] },
      `'additionalFeatures' must name each value once, got: "TENANCY" twice`,
    ],
    [
      "an unresolved token as features",
      { additionalFeatures: Token.asList({ ref: "x" }) },
      "'additionalFeatures' must be a list of BUDGETS, CLOUD_ADVISOR, COMPARTMENTS, COST_ANALYSIS, ORGANIZATION, SUBSCRIPTIONS, TENANCY, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "additional statements",
      { statements: ["allow any-user to manage all-resources in tenancy"] },
      `"statements" is not a known property; known are tenancyOcid, homeRegion, realm, provider, freeformTags, definedTags, identity, billingExport, policyName, additionalFeatures`,
    ],
    [
      "more free-form tags than Oracle allows",
      { freeformTags: Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`key${index}`, "value"])) },
      "'freeformTags' must have at most 10 keys, got: 11",
    ],
  ])("refuses %s", (_, props, problem) => {
    expect(refusal(() => build(props))).toBe(`OciAccess at billing/finops: ${problem}`);
  });

  it("refuses parts of another stack", () => {
    const app = Testing.app();
    const [one, two] = [new TerraformStack(app, "one"), new TerraformStack(app, "two")];
    const parts = partsIn(one);
    expect(refusal(() => new OciAccess(two, "finops", { ...HOME, ...parts }))).toBe(
      [
        "OciAccess at two/finops: 2 problems",
        "  - 'identity' must be in the stack of the construct, got: one/identity; create it in two",
        "  - 'billingExport' must be in the stack of the construct, got: one/export; create it in two",
      ].join("\n"),
    );
    expect(two.node.children).toEqual([]);
  });

  it("refuses an identity with another provider, which may use another tenancy", () => {
    const stack = ociStack();
    const provider = new OciProvider(stack, "home", { region: "us-ashburn-1", alias: "home" });
    const parts = partsIn(stack);
    expect(refusal(() => new OciAccess(stack, "finops", { ...HOME, ...parts, provider }))).toBe(
      "OciAccess at billing/finops: 'identity' must use the provider of the construct, got: the stack's default one; pass the same 'provider' to both",
    );
    const identity = new OciIdentity(stack, "by", { ...HOME, userEmail: "by@acme.example", provider });
    expect(refusal(() => new OciAccess(stack, "finops", { ...HOME, ...parts, identity }))).toBe(
      "OciAccess at billing/finops: 'identity' must use the provider of the construct, got: billing/home; pass the same 'provider' to both",
    );
  });

  it("refuses parts of another tenancy", () => {
    const other = { ...HOME, tenancyOcid: ocidOf("tenancy", "b") };
    expect(refusal(() => build(other))).toBe(
      [
        "OciAccess at billing/finops: 2 problems",
        `  - 'identity' must be for the tenancy of the construct, got: one for "${TENANCY}"`,
        `  - 'billingExport' must be for the tenancy of the construct, got: one for "${TENANCY}"`,
      ].join("\n"),
    );
  });

  it("refuses a billing export of another home region, which would become an output", () => {
    const stack = ociStack();
    const billingExport = new OciBillingExport(stack, "phoenix", { ...HOME, homeRegion: "us-phoenix-1" });
    const { identity } = partsIn(stack);
    expect(refusal(() => new OciAccess(stack, "finops", { ...HOME, identity, billingExport }))).toBe(
      `OciAccess at billing/finops: 'billingExport' must be for the home region of the construct, got: one for "us-phoenix-1"`,
    );
  });

  it("accepts an unresolved token as tenancy, which cannot be compared", () => {
    const tenancyOcid = Token.asString({ ref: "x" });
    expect(() => build({ tenancyOcid })).not.toThrow();
  });
});

describe("the name of a policy", () => {
  const clash = (name: string): string =>
    `[billing] OciAccess at billing/two: 'policyName' must be unique, got: "${name}", which billing/finops already uses for its policy; choose another`;
  const createSecond = (stack: TerraformStack, props: Partial<OciAccessProps>): OciAccess => {
    const home = { ...HOME, tenancyOcid: props.tenancyOcid ?? TENANCY };
    const identity = new OciIdentity(stack, "identity2", { ...home, userEmail: "second@acme.example" });
    const billingExport = new OciBillingExport(stack, "export2", home);
    return new OciAccess(stack, "two", { ...home, identity, billingExport, ...props });
  };

  it("is unique in the tenancy, whatever the letter case", () => {
    const { stack } = build({ policyName: "finops" });
    createSecond(stack, { policyName: "FinOps" });
    expect(problemsOf(stack)).toBe(clash("FinOps"));
    stack.node.tryRemoveChild("finops");
    expect(problemsOf(stack)).toBe("");
  });

  it("must not be the name of another second policy", () => {
    const { stack } = build({ policyName: "finops", additionalFeatures: ["TENANCY"] });
    createSecond(stack, { policyName: "finops-additional" });
    expect(problemsOf(stack)).toBe(clash("finops-additional"));
  });

  it("may be used if no second policy has it, and in another tenancy", () => {
    const { stack } = build({ policyName: "finops" });
    createSecond(stack, { policyName: "finops-additional" });
    expect(problemsOf(stack)).toBe("");
    const other = build({ policyName: "finops" }).stack;
    createSecond(other, { policyName: "finops", tenancyOcid: ocidOf("tenancy", "b") });
    expect(problemsOf(other)).toBe("");
  });
});

describe("the limit of 500 policy statements along the path to a compartment", () => {
  // Statements of an integration with all features. 38 such integrations have 494, and one without features has 2.
  const STATEMENTS = 13;

  /** Stack in a new program, with this number of integrations in one tenancy. */
  const stackWith = (count: number): TerraformStack => {
    const stack = ociStack();
    for (let index = 0; index < count; index++) {
      new OciIntegration(stack, `finops${index}`, {
        ...HOME,
        userEmail: `finops${index}@acme.example`,
        additionalFeatures: ALL,
      });
    }
    return stack;
  };
  const addIntegration = (scope: TerraformStack, id: string, props: Partial<OciAccessProps> = {}): OciIntegration =>
    new OciIntegration(scope, id, {
      ...HOME,
      userEmail: `${id}@acme.example`,
      additionalFeatures: ALL,
      ...props,
    } as OciIntegrationProps);

  const exceeded = (path: string): string =>
    `[billing] OciAccess at ${path}: 'tenancyOcid' must have at most 500 policy statements in the program, got: 507 for "${TENANCY}", ` +
    "with those of billing/finops0/access and 37 more; this is Oracle's limit along the path to a compartment: let several platforms share a group";

  it("counts the statements of an integration and its access once", () => {
    const stack = stackWith(1);
    const counted = Template.of(stack)
      .resources("oci_identity_policy")
      .flatMap(({ statements }) => statements as string[]);
    expect(counted).toHaveLength(STATEMENTS);
    expect(problemsOf(stackWith(Math.floor(500 / STATEMENTS)))).toBe("");
  });

  it("applies to all stacks of a program together", () => {
    const stack = stackWith(38);
    const other = new TerraformStack(App.of(stack), "other");
    addIntegration(other, "last");
    expect(problemsOf(stack)).toBe(exceeded("other/last/access"));
    other.node.tryRemoveChild("last");
    addIntegration(other, "plain", { additionalFeatures: ["COMPARTMENTS", "COST_ANALYSIS"] });
    expect(problemsOf(stack)).toBe("");
  });

  it("does not count an integration that was removed from the tree", () => {
    const stack = stackWith(38);
    addIntegration(stack, "last");
    expect(problemsOf(stack)).toBe(exceeded("billing/last/access"));
    stack.node.tryRemoveChild("finops7");
    expect(problemsOf(stack)).toBe("");
  });

  it("applies to each tenancy separately", () => {
    const stack = stackWith(38);
    addIntegration(stack, "last", { tenancyOcid: ocidOf("tenancy", "b") });
    expect(problemsOf(stack)).toBe("");
  });
});
