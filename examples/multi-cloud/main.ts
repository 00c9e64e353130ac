import { synthesize } from "../program";

// All that the platform's page asks for, in one program: one stack for each cloud, so that each has a state of its own and
// one that fails keeps none of the others from being deployed.
synthesize(["aws-minimal", "gcp-minimal", "azure-minimal", "oci-minimal"]);
