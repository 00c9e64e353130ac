export { InputError } from "./errors";
export { type Field, type FieldDefinition } from "./field";
export { Integration, type IntegrationParts, type IntegrationProps } from "./integration";
export { type ManualStep } from "./manual-step";
export { type Permission, PLATFORM_IDENTITY } from "./permission";
export { type Cloud, type FieldKey, PLATFORM_FIELDS, PLATFORM_STEPS, type PlatformStep } from "./platform";
