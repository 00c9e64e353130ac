import { refusal } from "../support/template";
import { parseStatement } from "./statements";

const REPORTS = "ocid1.tenancy.oc1..aaaaaaaaned4fkpkisbwjlr56u7cj63lf3wffbilvqknstgtvzub7vhqkggq";

describe("the parser of policy statements", () => {
  it.each([
    [
      `define tenancy usage-report as ${REPORTS}`,
      { kind: "define", of: "tenancy", alias: "usage-report", ocid: REPORTS },
    ],
    [
      "Define group StorageAdmins as ocid1.group.oc1..aaaa",
      { kind: "define", of: "group", alias: "StorageAdmins", ocid: "ocid1.group.oc1..aaaa" },
    ],
    ["define tenancy reports as ${var.tenancy}", { ocid: "${var.tenancy}" }],
    [
      "endorse group finops to read objects in tenancy usage-report",
      {
        kind: "endorse",
        subject: { type: "group", name: "finops" },
        verb: "read",
        resourceType: "objects",
        location: { type: "other tenancy", alias: "usage-report" },
      },
    ],
    ["endorse group finops to manage object-family in any-tenancy", { location: { type: "any-tenancy" } }],
    [
      "Allow group A-Admins to manage all-resources in compartment Project-A",
      {
        kind: "allow",
        subject: { type: "group", name: "A-Admins" },
        verb: "manage",
        resourceType: "all-resources",
        location: { type: "compartment", path: ["Project-A"] },
      },
    ],
    [
      "allow group 'Services'/'Fin Ops' to inspect compartments in tenancy",
      { subject: { type: "group", domain: "Services", name: "Fin Ops" }, location: { type: "tenancy" } },
    ],
    [
      "allow group 'Services'/'${oci_identity_domains_group.group.display_name}' to use users in tenancy",
      { subject: { domain: "Services", name: "${oci_identity_domains_group.group.display_name}" }, verb: "use" },
    ],
    [
      "allow group id ocid1.group.oc1..aaaa to read users in tenancy",
      { subject: { type: "group id", ocid: "ocid1.group.oc1..aaaa" } },
    ],
    [
      "allow group id ${data.oci_identity_group.group.group_id} to read users in tenancy",
      { subject: { type: "group id", ocid: "${data.oci_identity_group.group.group_id}" } },
    ],
    ["allow group id to read users in tenancy", { subject: { type: "group", name: "id" } }],
    ["allow any-user to inspect users in tenancy", { subject: { type: "any-user" } }],
    ["ALLOW  ANY-GROUP\n TO  Inspect users in TENANCY", { kind: "allow", subject: { type: "any-group" } }],
    ["allow group a to read users in compartment A:B", { location: { type: "compartment", path: ["A", "B"] } }],
    [
      "allow group a to read users in compartment id ocid1.compartment.oc1..aaaa",
      { location: { type: "compartment id", ocid: "ocid1.compartment.oc1..aaaa" } },
    ],
    ["allow group a to read users in compartment id", { location: { type: "compartment", path: ["id"] } }],
    [
      "allow group a to read buckets in tenancy where target.bucket.name = 'b c'",
      { condition: { variable: "target.bucket.name", operator: "=", value: "'b c'" } },
    ],
    [
      "allow group a to use users in tenancy where all { target.group.name = /A-*/, any { request.region != 'phx' } }",
      {
        condition: {
          all: [
            { variable: "target.group.name", operator: "=", value: "/A-*/" },
            { any: [{ variable: "request.region", operator: "!=", value: "'phx'" }] },
          ],
        },
      },
    ],
  ])("understands %s", (text, statement) => {
    expect(parseStatement(text)).toMatchObject(statement);
  });

  it.each([
    ["nothing", "", "expected more, got: its end"],
    ["another beginning", "admit group a of tenancy b to read users in tenancy", "expected to begin with define,"],
    [
      "what is denied",
      "deny group a to read users in tenancy",
      "expected to begin with define, allow, endorse, got: deny",
    ],
    ["a user by name", "allow user a to read users in tenancy", "expected to have a subject of group,"],
    ["a dynamic group", "allow dynamic-group a to read users in tenancy", "expected to have a subject of group,"],
    ["a service", "allow service a to read users in tenancy", "expected to have a subject of group,"],
    ["several groups", "allow group a, b to read users in tenancy", "expected to have to, got: ,"],
    ["a group without its domain's quotes", "allow group D/a to read users in tenancy", "expected to have to, got: /"],
    [
      "domain and group in one pair of quotes",
      "allow group 'D/a' to read users in tenancy",
      "expected a domain in quotes",
    ],
    ["a quoted group without a domain", "allow group 'a' to read users in tenancy", "expected to have /, got: to"],
    ["a group half in quotes", "allow group 'D'/a to read users in tenancy", "expected a group in quotes, got: a"],
    [
      "another verb",
      "allow group a to write users in tenancy",
      "expected to have a verb of inspect, read, use, manage",
    ],
    ["two verbs", "allow group a to read manage users in tenancy", "expected to have in, got: users"],
    ["no verb", "allow group a to users in tenancy", "expected to have a verb of"],
    ["bare permissions", "allow group a to {USER_READ} in tenancy", "expected to have a verb of"],
    ["several types", "allow group a to read users, groups in tenancy", "expected to have in, got: ,"],
    ["a type in quotes", "allow group a to read 'users' in tenancy", "expected a type of resource, got: 'users'"],
    ["a type that Terraform fills in", "allow group a to read ${var.type} in tenancy", "expected a type of resource"],
    ["no location", "allow group a to read users", "expected more, got: its end"],
    ["another location", "allow group a to read users in root", "expected to be in tenancy, compartment, got: root"],
    ["several compartments", "allow group a to read users in compartment A, B", "expected its end, got: ,"],
    ["a compartment without a name", "allow group a to read users in compartment", "expected more, got: its end"],
    [
      "half a path of compartments",
      "allow group a to read users in compartment A:",
      "expected the name of a compartment",
    ],
    [
      "what is allowed elsewhere",
      "allow group a to read users in tenancy usage-report",
      "expected its end, got: usage-report",
    ],
    [
      "what is allowed in any tenancy",
      "allow group a to read users in any-tenancy",
      "expected to be in tenancy, compartment",
    ],
    ["what is endorsed here", "endorse group a to read users in tenancy", "expected more, got: its end"],
    ["an alias in quotes", "endorse group a to read users in tenancy 'b'", "expected the alias of a tenancy, got: 'b'"],
    ["a definition without an OCID", "define tenancy a as b", "expected an OCID, got: b"],
    ["a definition by the wrong OCID", "define tenancy a as ocid1.group.oc1..aaaa", "expected the OCID of a tenancy"],
    ["a definition in capitals", "define tenancy a as OCID1.TENANCY.OC1..AAAA", "expected an OCID"],
    ["a definition of something else", "define user a as ocid1.user.oc1..aaaa", "expected to define tenancy, group"],
    ["two definitions in one", "define tenancy a as ocid1.tenancy.oc1..a b", "expected its end, got: b"],
    ["two statements in one", "allow group a to read users in tenancy allow", "expected its end, got: allow"],
    ["a condition without a value", "allow group a to read users in tenancy where request.region", "expected more"],
    ["a value without quotes", "allow group a to read users in tenancy where request.region = phx", "expected a value"],
    ["an open brace", "allow group a to read users in tenancy where any {request.region = 'phx'", "expected more"],
    ["no conditions", "allow group a to read users in tenancy where any {}", "expected a variable, got: }"],
    ["an open quote", "allow group 'D'/'a to read users in tenancy", "expected words of a statement"],
    ["a semicolon", "allow group a to read users in tenancy;", "expected words of a statement, got: ;"],
    ["an expression", "allow group ${upper(var.a)} to read users in tenancy", "expected words of a statement"],
    ["a name with a reference in it", "allow group a${var.a} to read users in tenancy", "expected to have to, got: ${"],
  ])("refuses %s", (_, text, problem) => {
    const message = refusal(() => parseStatement(text));
    expect(message.startsWith(`not understood: "${text}": `)).toBe(true);
    expect(message).toContain(problem);
  });
});
