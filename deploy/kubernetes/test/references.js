// What one manifest says of another, of the programs and of what operators and the user make.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { find, nameOf, repository } from "./manifests.js";

const workloads = (manifests) => manifests.filter((m) => m.kind === "Deployment");
const containerOf = (deployment) => deployment.spec.template.spec.containers[0];

/** Pods by their labels and named ports: the Deployments' and those that the operators make. */
function podsOf(manifests) {
  return [
    ...workloads(manifests).map((d) => ({
      labels: d.spec.template.metadata.labels,
      ports: Object.fromEntries(containerOf(d).ports.map((p) => [p.name, p.containerPort])),
    })),
    ...manifests.filter((m) => m.kind === "RabbitmqCluster").map((m) => ({
      labels: { "app.kubernetes.io/name": m.metadata.name, "app.kubernetes.io/component": "rabbitmq", "app.kubernetes.io/part-of": "rabbitmq" },
      ports: { amqp: 5672 },
    })),
    ...manifests.filter((m) => m.apiVersion.startsWith("postgresql.cnpg.io/")).map((m) => ({
      labels: { "cnpg.io/cluster": m.metadata.name }, ports: { postgresql: 5432, status: 8000 },
    })),
  ];
}

/** Secrets by name, each with its keys: the operators' (RabbitMQ's internal/resource/default_user_secret.go, CloudNativePG's "Connecting
 * from an application") and the user's. */
function secretsOf(manifests) {
  const secrets = { "judge-keys": ["admin", "worker"] };
  for (const m of manifests) {
    if (m.kind === "RabbitmqCluster") secrets[`${m.metadata.name}-default-user`] = ["username", "password", "host", "port"];
    if (!m.apiVersion.startsWith("postgresql.cnpg.io/")) continue;
    secrets[`${m.metadata.name}-app`] = ["username", "user", "password", "host", "port", "dbname"];
    secrets[`${m.metadata.name}-ca`] = ["ca.crt"];
  }
  return secrets;
}

function selects(selector, labels) {
  return Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value)
    && (selector.matchExpressions ?? []).every((e) => e.operator === "In" && e.values.includes(labels[e.key]));
}

/** All objects in a manifest that have the key. */
function* having(key, value) {
  if (value === null || typeof value !== "object") return;
  if (!Array.isArray(value) && key in value) yield value[key];
  for (const inner of Object.values(value)) yield* having(key, inner);
}

const sources = (...projects) => projects.flatMap((project) => readdirSync(join(repository, project), { recursive: true })
  .filter((file) => file.endsWith(".cs") && !/(^|\/)(obj|bin)\//.test(file))
  .map((file) => readFileSync(join(repository, project, file), "utf8"))).join("\n");
const code = { api: sources("Judge.Api", "Judge.Worker"), worker: sources("Judge.Worker") };

/** @returns {string[]} */
export function referenceFaults(manifests) {
  const faults = [];
  const pods = podsOf(manifests);
  const secrets = secretsOf(manifests);
  const tryFind = (by, kind, name) => {
    try {
      return find(kind, name, manifests);
    } catch (e) {
      faults.push(`${nameOf(by)}: ${e.message}`);
      return null;
    }
  };
  const chosen = (by, selector) => {
    const those = pods.filter((p) => selects(selector, p.labels));
    if (those.length === 0) faults.push(`${nameOf(by)}: ${JSON.stringify(selector)} selects no pod`);
    return those;
  };
  const hasPort = (by, those, port) => {
    for (const pod of those) {
      const ok = typeof port === "string" ? port in pod.ports : Object.values(pod.ports).includes(port);
      if (!ok) faults.push(`${nameOf(by)}: port ${port} is none of ${JSON.stringify(pod.ports)}`);
    }
  };

  for (const m of manifests) {
    const refs = [
      ...[...having("secretKeyRef", m)].map((r) => [r.name, r.key]),
      ...[...having("secret", m)].flatMap((v) => v.items.map((i) => [v.secretName, i.key])),
      ...[...having("secretTargetRef", m)].flat().map((r) => [r.name, r.key]),
    ];
    for (const [name, key] of refs) if (!secrets[name]?.includes(key)) faults.push(`${nameOf(m)}: no Secret ${name} with ${key}`);

    if (m.kind === "Deployment") checkDeployment(m);
    if (m.kind === "Service") for (const port of m.spec.ports) hasPort(m, chosen(m, { matchLabels: m.spec.selector }), port.targetPort);
    if (m.kind === "PodDisruptionBudget") chosen(m, m.spec.selector);
    if (m.kind === "PodMonitor") for (const e of m.spec.podMetricsEndpoints) hasPort(m, chosen(m, m.spec.selector), e.port);
    if (m.kind === "HTTPRoute") {
      for (const backend of m.spec.rules.flatMap((r) => r.backendRefs)) {
        const service = tryFind(m, "Service", backend.name);
        if (service && !service.spec.ports.some((p) => p.port === backend.port)) faults.push(`${nameOf(m)}: ${backend.name} has no port ${backend.port}`);
      }
    }
    if (m.kind === "NetworkPolicy") checkPolicy(m);
    if (m.kind === "ScaledObject") checkScaling(m);
  }

  return faults;

  function checkDeployment(m) {
    const { template, selector } = m.spec;
    const spec = template.spec;
    const container = containerOf(m);
    if (!selects(selector, template.metadata.labels)) faults.push(`${nameOf(m)}: its selector does not select its own pods`);
    for (const other of workloads(manifests))
      if (other !== m && selects(selector, other.spec.template.metadata.labels)) faults.push(`${nameOf(m)}: selects the pods of ${nameOf(other)}`);
    for (const constraint of spec.topologySpreadConstraints)
      if (!selects(constraint.labelSelector, template.metadata.labels)) faults.push(`${nameOf(m)}: spreads other pods than its own`);
    for (const probe of ["startupProbe", "livenessProbe", "readinessProbe"]) {
      const get = container[probe]?.httpGet;
      if (!container.ports.some((p) => p.name === get?.port)) faults.push(`${nameOf(m)}: ${probe} has no port ${get?.port}`);
      if (!(m.metadata.name === "judge-api" ? code.api : code.worker).includes(`"${get?.path}"`)) faults.push(`${nameOf(m)}: ${probe} asks for ${get?.path}`);
    }
    const mounted = container.volumeMounts.map((v) => v.name).sort();
    if (JSON.stringify(mounted) !== JSON.stringify(spec.volumes.map((v) => v.name).sort())) faults.push(`${nameOf(m)}: volumes and mounts differ`);

    const program = m.metadata.labels["app.kubernetes.io/component"] === "api" ? "api" : "worker";
    const before = new Set();
    const used = new Set(container.env.flatMap((e) => [...(e.value ?? "").matchAll(/\$\((\w+)\)/g)].map((v) => v[1])));
    for (const { name, value = "" } of container.env) {
      for (const [, inner] of value.matchAll(/\$\((\w+)\)/g)) if (!before.has(inner)) faults.push(`${nameOf(m)}: ${name} uses ${inner}, which is not set before it`);
      before.add(name);
      // ASP.NET Core's own is the one that the programs do not name.
      if (!used.has(name) && name !== "ASPNETCORE_URLS" && !code[program].includes(`"${name.replaceAll("__", ":")}"`)) faults.push(`${nameOf(m)}: the program does not read ${name}`);
      const url = /^https?:\/\/([a-z][\w-]*):(\d+)$/.exec(value);
      if (url && !tryFind(m, "Service", url[1])?.spec.ports.some((p) => p.port === Number(url[2]))) faults.push(`${nameOf(m)}: nothing answers at ${value}`);
    }
    const profile = container.securityContext.seccompProfile?.localhostProfile;
    if (profile && !existsSync(join(repository, "deploy", profile))) faults.push(`${nameOf(m)}: no deploy/${profile}`);
  }

  function checkPolicy(m) {
    const those = Object.keys(m.spec.podSelector).length === 0 ? [] : chosen(m, m.spec.podSelector);
    for (const { ports = [] } of m.spec.ingress ?? []) for (const { port } of ports) hasPort(m, those, port);
    for (const { from = [] } of m.spec.ingress ?? []) for (const peer of from) if (!peer.namespaceSelector) chosen(m, peer.podSelector);
    for (const { to = [], ports = [] } of m.spec.egress ?? []) {
      for (const peer of to) {
        if (peer.namespaceSelector) continue;
        const targets = chosen(m, peer.podSelector);
        for (const { port } of ports) hasPort(m, targets, port);
      }
    }
  }

  function checkScaling(m) {
    const target = tryFind(m, "Deployment", m.spec.scaleTargetRef.name);
    if (target && "replicas" in target.spec) faults.push(`${nameOf(m)}: ${nameOf(target)} has replicas of its own`);
    // The small pool judges the rejudges too (Judge.Api/Submissions/Lane.cs).
    const tier = poolOf(target) === "big" ? `= ${readEnum("Tier").Premium}` : `in \\(${readEnum("Tier").Free}, 2\\)`;
    const columns = readFileSync(join(repository, "Judge.Api/Data/Migrations/001_initial.sql"), "utf8").split("create table submissions (")[1].split(");")[0];
    for (const { type, metadata, authenticationRef } of m.spec.triggers) {
      const auth = tryFind(m, "TriggerAuthentication", authenticationRef.name)?.spec.secretTargetRef.map((r) => r.parameter) ?? [];
      const given = [...Object.keys(metadata), ...auth].sort().join();
      // KEDA 2.19, pkg/scalers/postgresql_scaler.go.
      if (type !== "postgresql" || given !== "dbName,host,password,port,query,sslmode,targetQueryValue,userName") faults.push(`${nameOf(m)}: ${type} with ${given}`);
      const [, database, namespace] = /^([\w-]+)-rw\.([\w-]+)\.svc$/.exec(metadata.host) ?? [];
      tryFind(m, "Cluster", database);
      tryFind(m, "Namespace", namespace);
      for (const word of ["tier", "state", "created_at"])
        if (metadata.query.includes(word) && !new RegExp(`^    ${word} `, "m").test(columns)) faults.push(`${nameOf(m)}: no column ${word}`);
      if (!new RegExp(`from submissions where tier ${tier} and state (<> ${readEnum("SubmissionState").Judged}|= ${readEnum("SubmissionState").Queued})$`).test(metadata.query))
        faults.push(`${nameOf(m)}: asks of another tier or state: ${metadata.query}`);
    }
  }

  function poolOf(deployment) {
    return deployment && containerOf(deployment).env.find((e) => e.name === "Worker__Pool")?.value;
  }
}

/** The members of an enum of Judge.Contracts. */
function readEnum(name) {
  const body = readFileSync(join(repository, "Judge.Contracts/Enums.cs"), "utf8").split(`public enum ${name}\n`)[1].split("}")[0];
  return Object.fromEntries([...body.matchAll(/^ {4}(\w+) = (\d+),$/gm)].map((m) => [m[1], Number(m[2])]));
}
