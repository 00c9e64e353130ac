import { synthesize } from "./program";
import { type Settings } from "./settings";
import { STACKS } from "./stacks";

synthesize(Object.keys(STACKS) as (keyof Settings)[]);
