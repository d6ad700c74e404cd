import { existsSync } from "node:fs";
import { loadEnvFile } from "node:process";

// Imported first: other modules read their variables as they load. What is set already wins over the file.
if (existsSync(".env")) loadEnvFile(".env");
