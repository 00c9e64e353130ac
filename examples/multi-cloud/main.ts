import { synthesize } from "../program";

// All clouds of the platform's page in one program. Each cloud has its own stack and state, so that a failed deployment of
// one does not stop the others.
synthesize(["aws-minimal", "gcp-minimal", "azure-minimal", "oci-minimal"]);
