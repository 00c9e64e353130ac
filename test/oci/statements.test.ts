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
  ])("parses %s", (text, statement) => {
    expect(parseStatement(text)).toMatchObject(statement);
  });

  it.each([
    ["an empty string", "", "expected more, got: the end"],
    [
      "an unknown kind of statement",
      "admit group a of tenancy b to read users in tenancy",
      "expected to begin with define,",
    ],
    [
      "a deny statement",
      "deny group a to read users in tenancy",
      "expected to begin with define, allow, endorse, got: deny",
    ],
    ["the name of a user", "allow user a to read users in tenancy", "expected to have a subject of group,"],
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
      "an unknown verb",
      "allow group a to write users in tenancy",
      "expected to have a verb of inspect, read, use, manage",
    ],
    ["two verbs", "allow group a to read manage users in tenancy", "expected to have in, got: users"],
    ["a missing verb", "allow group a to users in tenancy", "expected to have a verb of"],
    ["permissions in braces", "allow group a to {USER_READ} in tenancy", "expected to have a verb of"],
    ["several resource types", "allow group a to read users, groups in tenancy", "expected to have in, got: ,"],
    ["a resource type in quotes", "allow group a to read 'users' in tenancy", "expected a resource type, got: 'users'"],
    ["a reference as resource type", "allow group a to read ${var.type} in tenancy", "expected a resource type"],
    ["a missing location", "allow group a to read users", "expected more, got: the end"],
    ["an unknown location", "allow group a to read users in root", "expected to be in tenancy, compartment, got: root"],
    ["several compartments", "allow group a to read users in compartment A, B", "expected the end, got: ,"],
    ["a compartment without a name", "allow group a to read users in compartment", "expected more, got: the end"],
    [
      "an incomplete path of compartments",
      "allow group a to read users in compartment A:",
      "expected the name of a compartment",
    ],
    [
      "an allow statement for another tenancy",
      "allow group a to read users in tenancy usage-report",
      "expected the end, got: usage-report",
    ],
    [
      "an allow statement for any tenancy",
      "allow group a to read users in any-tenancy",
      "expected to be in tenancy, compartment",
    ],
    [
      "an endorse statement for this tenancy",
      "endorse group a to read users in tenancy",
      "expected more, got: the end",
    ],
    ["an alias in quotes", "endorse group a to read users in tenancy 'b'", "expected the alias of a tenancy, got: 'b'"],
    ["a definition without an OCID", "define tenancy a as b", "expected an OCID, got: b"],
    [
      "a definition with an OCID of another type",
      "define tenancy a as ocid1.group.oc1..aaaa",
      "expected the OCID of a tenancy",
    ],
    ["a definition with an OCID in capital letters", "define tenancy a as OCID1.TENANCY.OC1..AAAA", "expected an OCID"],
    ["a definition of a user", "define user a as ocid1.user.oc1..aaaa", "expected to define tenancy, group"],
    ["two definitions in one", "define tenancy a as ocid1.tenancy.oc1..a b", "expected the end, got: b"],
    ["two statements in one", "allow group a to read users in tenancy allow", "expected the end, got: allow"],
    ["a condition without a value", "allow group a to read users in tenancy where request.region", "expected more"],
    ["a value without quotes", "allow group a to read users in tenancy where request.region = phx", "expected a value"],
    [
      "a brace that is not closed",
      "allow group a to read users in tenancy where any {request.region = 'phx'",
      "expected more",
    ],
    [
      "an empty list of conditions",
      "allow group a to read users in tenancy where any {}",
      "expected a variable, got: }",
    ],
    ["a quotation that is not closed", "allow group 'D'/'a to read users in tenancy", "expected words of a statement"],
    ["a semicolon", "allow group a to read users in tenancy;", "expected words of a statement, got: ;"],
    ["an expression", "allow group ${upper(var.a)} to read users in tenancy", "expected words of a statement"],
    ["a name with a reference in it", "allow group a${var.a} to read users in tenancy", "expected to have to, got: ${"],
  ])("refuses %s", (_, text, problem) => {
    const message = refusal(() => parseStatement(text));
    expect(message.startsWith(`cannot parse "${text}": `)).toBe(true);
    expect(message).toContain(problem);
  });
});
