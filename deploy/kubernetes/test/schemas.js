// Two checks from the same packages, which are generated from Kubernetes' OpenAPI and the operators' types. Their validators know formats,
// enums and what is required, but let unknown fields pass; so each manifest is also compiled by TypeScript as a literal of its type, where
// a field that is not there is an error.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { nameOf } from "./manifests.js";

const here = dirname(fileURLToPath(import.meta.url));

/** Where a kind's schema is. */
function moduleOf({ apiVersion, kind }) {
  const [group, version] = apiVersion.includes("/") ? apiVersion.split("/") : ["", apiVersion];
  const packages = {
    "keda.sh": "@kubernetes-models/keda",
    "postgresql.cnpg.io": "@kubernetes-models/cloudnative-pg",
    "monitoring.coreos.com": "@kubernetes-models/prometheus-operator",
    "gateway.networking.k8s.io": "@kubernetes-models/gateway-api",
  };
  if (group === "rabbitmq.com") return null;
  return [packages[group] ?? "kubernetes-models", group, version, kind].filter((part) => part !== "").join("/");
}

/** @returns {Promise<string[]>} what is wrong, with the manifest's name. */
export async function faults(manifests) {
  return [...(await faultsOfValues(manifests)), ...faultsOfFields(manifests)];
}

async function faultsOfValues(manifests) {
  const found = [];
  for (const manifest of manifests) {
    const module = moduleOf(manifest);
    if (module === null) continue;
    const model = (await import(module))[manifest.kind];
    try {
      new model(manifest).validate();
    } catch (e) {
      found.push(`${nameOf(manifest)}: ${e.message}`);
    }
  }
  return found;
}

function faultsOfFields(manifests) {
  const lines = manifests.map((manifest, i) => {
    const from = moduleOf(manifest) ?? "./rabbitmq-cluster.js";
    return `import type { I${manifest.kind} as T${i} } from "${from}"; export const m${i}: T${i} = ${JSON.stringify(manifest)};`;
  });
  const options = {
    strict: true, noEmit: true, skipLibCheck: true, types: [],
    target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const file = join(here, "manifests-as-literals.ts");
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, lines.join("\n"), options.target) : getSourceFile(name, ...rest);
  return ts.getPreEmitDiagnostics(ts.createProgram([file], options, host)).map((d) => {
    const text = ts.flattenDiagnosticMessageText(d.messageText, "\n");
    if (d.file?.fileName !== file) return text;
    return `${nameOf(manifests[d.file.getLineAndCharacterOfPosition(d.start).line])}: ${text}`;
  });
}
