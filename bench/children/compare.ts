import { differencesOf } from "../compare";
import { writeResult } from "./result";

// Compares floor and library in a separate process, because it loads both programs. Argument: name of the cloud.
const [cloud = ""] = process.argv.slice(2);
writeResult(differencesOf(cloud));
