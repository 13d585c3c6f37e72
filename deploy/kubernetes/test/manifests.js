// Reads what kustomization.yaml lists. The merge and the namespace are all that kustomize does here; the rest is in the files.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseAllDocuments } from "yaml";

export const folder = join(dirname(fileURLToPath(import.meta.url)), "..");
export const repository = join(folder, "../..");

/** @returns {object[]} the documents of a file; a key that stands twice is an error. */
export function parse(text, name = "text") {
  return parseAllDocuments(text).map((document) => {
    if (document.errors.length > 0) throw new Error(`${name}: ${document.errors[0].message}`);
    return document.toJS();
  });
}

export const kustomization = parse(readFileSync(join(folder, "kustomization.yaml"), "utf8"))[0];

export const manifests = kustomization.resources.flatMap((file) => parse(readFileSync(join(folder, file), "utf8"), file));

export const nameOf = (manifest) => `${manifest.kind}/${manifest.metadata.name}`;

export function find(kind, name, among = manifests) {
  const found = among.find((m) => m.kind === kind && m.metadata.name === name);
  if (!found) throw new Error(`no ${kind} ${name}`);
  return found;
}
