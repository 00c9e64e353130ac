import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { type TerraformStack } from "cdktf";
import { emptyStack } from "./template";

export const PROJECT = "acme-billing";
export const BILLING_ACCOUNT = "01ABCD-234567-890123";
export const ORGANIZATION = "123456789012";

/** Requirement on a location, as an error states it. */
export const A_LOCATION =
  "be one of US, EU, asia-east1, asia-east2, asia-northeast1, asia-northeast2, asia-northeast3, asia-south1, asia-southeast1, " +
  "asia-southeast2, australia-southeast1, europe-central2, europe-north1, europe-west1, europe-west2, europe-west3, " +
  "europe-west4, europe-west6, me-central1, me-central2, me-west1, northamerica-northeast1, southamerica-east1, us-central1, " +
  "us-east1, us-east4, us-west1, us-west2, us-west3, us-west4";

/** Creates a stack named `billing` with a Google provider. */
export function gcpStack(): TerraformStack {
  const stack = emptyStack();
  new GoogleProvider(stack, "google", { project: PROJECT });
  return stack;
}
