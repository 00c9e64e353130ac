import { type Condition, length, maxLength } from "../core/conditions";

/**
 * Name of a Cost & Usage Report.
 *
 * Source: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_cur_ReportDefinition.html
 */
export const REPORT_NAME: readonly Condition[] = [
  { must: "be letters, digits and !-_.*'()", characters: "0-9A-Za-z!_.*'()-" },
  { must: "begin with a letter or a digit", pattern: "^[0-9A-Za-z]" },
  maxLength(256),
];

/**
 * Prefix in the bucket, below which a report is delivered.
 *
 * Source: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_cur_ReportDefinition.html
 */
export const S3_PREFIX: readonly Condition[] = [
  // The service allows '*', but it would be a wildcard in the ARN that limits what the platform can read.
  { must: "be letters, digits and !-_.'()/", characters: "0-9A-Za-z!_.'()/-" },
  { must: "not begin with '/'", notPattern: "^/" },
  // Enforced by the service since November 2025.
  { must: "not end with '/' or '.'", notPattern: "[/.]$" },
  length(2, 256),
];
