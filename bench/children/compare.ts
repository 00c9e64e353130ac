import { differencesOf } from "../compare";
import { tell } from "./tell";

// A process of its own, because it loads both programs. Argument: the name of the cloud.
const [cloud = ""] = process.argv.slice(2);
tell(differencesOf(cloud));
