import { type Condition } from "../core/conditions";

/** Multi-regions, in which the first export also contains the costs since the beginning of the previous month. */
export const MULTI_REGIONS: readonly string[] = ["US", "EU"];

// https://docs.cloud.google.com/billing/docs/how-to/export-data-bigquery-setup, "Supported dataset locations": BigQuery
// has more regions, but an export to them fails with "Invalid dataset region".
const REGIONS: readonly string[] = [
  "asia-east1",
  "asia-east2",
  "asia-northeast1",
  "asia-northeast2",
  "asia-northeast3",
  "asia-south1",
  "asia-southeast1",
  "asia-southeast2",
  "australia-southeast1",
  "europe-central2",
  "europe-north1",
  "europe-west1",
  "europe-west2",
  "europe-west3",
  "europe-west4",
  "europe-west6",
  "me-central1",
  "me-central2",
  "me-west1",
  "northamerica-northeast1",
  "southamerica-east1",
  "us-central1",
  "us-east1",
  "us-east4",
  "us-west1",
  "us-west2",
  "us-west3",
  "us-west4",
];

/** Location of a dataset that billing data can be exported to. */
export const DATASET_LOCATION: readonly Condition[] = [
  {
    must: `be one of ${[...MULTI_REGIONS, ...REGIONS].join(", ")}`,
    enum: [...MULTI_REGIONS, ...REGIONS],
  },
];
