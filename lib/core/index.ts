export { InputError } from "./errors";
export { type Field, type FieldDefinition } from "./field";
export { type Integration, type IntegrationProps } from "./integration";
export { type ManualStep } from "./manual-step";
export { type IPart } from "./part";
export { type IPassablePart } from "./passable-part";
export { type Permission, PLATFORM_IDENTITY, PLATFORM_PRINCIPAL } from "./permission";
export { type Cloud, PLATFORM_FIELDS, PLATFORM_STEPS, type PlatformStep } from "./platform";
