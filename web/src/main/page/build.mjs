// Bundles the page into target/classes/static (or the directory given as first argument).
//
// MapLibre's worker is a module file of its own. It is copied beside the bundle as `.js` (some servers do not know
// `.mjs`) and named in the bundle with its version, so that no browser mixes two releases.
import { build } from "esbuild";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const page = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(page, "../../../target/classes/static"));
const maplibre = join(page, "node_modules/maplibre-gl");
const { version } = JSON.parse(await readFile(join(maplibre, "package.json"), "utf8"));

await mkdir(out, { recursive: true });
await rm(join(out, "assets"), { recursive: true, force: true });
await mkdir(join(out, "assets"), { recursive: true });

await build({
  absWorkingDir: page,
  entryPoints: { anlan: "src/main.ts", "anlan-style": "css/main.css", "anlan-sheet": "css/sheet.css", "anlan-ogc": "css/ogc.css" },
  outdir: join(out, "assets"),
  bundle: true,
  format: "esm",
  target: ["chrome110", "firefox115", "safari16.4"],
  minify: true,
  sourcemap: false,
  charset: "utf8",
  legalComments: "linked",
  loader: { ".svg": "dataurl" },
  define: { MAPLIBRE_VERSION: JSON.stringify(version) },
  logLevel: "warning",
});

await copyFile(join(maplibre, "dist/maplibre-gl-worker.mjs"), join(out, "assets/maplibre-worker.js"));
await writeFile(join(out, "assets/licences.txt"), await licences());
await copyFile(join(page, "static/index.html"), join(out, "index.html"));
await copyFile(join(page, "static/favicon.svg"), join(out, "favicon.svg"));

/** The licences of everything that goes into the bundle or the worker: the lock file's packages that are not tools. */
async function licences() {
  const { packages } = JSON.parse(await readFile(join(page, "package-lock.json"), "utf8"));
  const texts = [];
  for (const [path, entry] of Object.entries(packages)) {
    if (path === "" || entry.dev || entry.optional) continue;
    const files = await readdir(join(page, path));
    const file = files.find((name) => /^licen[cs]e/i.test(name));
    const text = file ? await readFile(join(page, path, file), "utf8") : `Licence: ${entry.license}`;
    texts.push(`${path.replace(/^.*node_modules\//, "")} ${entry.version}\n\n${text.trim()}\n`);
  }
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}
