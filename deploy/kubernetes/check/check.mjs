// Every object of ../base against Kubernetes' own schemas (kubernetes-models), or of the files that are named: `kubectl kustomize ../overlays/production | node check.mjs /dev/stdin`.
import { createRequire } from "node:module";
import { readdirSync, readFileSync } from "node:fs";

const require = createRequire(import.meta.url);
const yaml = require("js-yaml");
const base = new URL("../base/", import.meta.url);
const files = process.argv.length > 2 ? process.argv.slice(2) : readdirSync(base).filter((name) => name.endsWith(".yaml") && name !== "kustomization.yaml").map((name) => new URL(name, base));

let objects = 0;
let wrong = 0;
for (const file of files)
  for (const object of yaml.loadAll(readFileSync(file, "utf8")).filter(Boolean)) {
    objects++;
    try {
      const models = require(`kubernetes-models/${object.apiVersion}/${object.kind}`);
      new models[object.kind](object).validate();
    } catch (failure) {
      wrong++;
      console.log(`${object.kind} ${object.metadata?.name}: ${failure.message}`);
    }
  }
console.log(`${objects} objects, ${wrong} wrong`);
process.exit(wrong || !objects ? 1 : 0);
