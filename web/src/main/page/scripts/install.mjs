// Runs `npm ci` only when the lock file differs from the one installed last, so that a build without changes needs
// neither time nor network. The stamp lies inside node_modules and goes with it.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { spawnSync } from "node:child_process";

const page = join(dirname(fileURLToPath(import.meta.url)), "..");
const stamp = join(page, "node_modules/.anlan-stamp");
const wanted = createHash("sha256")
  .update(readFileSync(join(page, "package-lock.json")))
  .update(`${process.platform}-${process.arch}`)
  .digest("hex");

if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) {
  process.exit(0);
}
console.log("[page] installing the page's build tools (npm ci) …");
const done = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
  cwd: page,
  stdio: "inherit",
  shell: process.platform === "win32",
});
if (done.status !== 0) {
  console.error("[page] npm ci failed: is a package registry reachable? The page cannot be built without it.");
  process.exit(done.status ?? 1);
}
writeFileSync(stamp, wanted);
