import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { find, folder, kustomization, manifests, nameOf, parse, repository } from "./manifests.js";
import { referenceFaults } from "./references.js";
import { faults } from "./schemas.js";

const podOf = (name, among = manifests) => find("Deployment", name, among).spec.template.spec;
const guide = readFileSync(join(repository, "docs/kubernetes.md"), "utf8");

/** The manifests with one change. */
function changed(change) {
  const copy = structuredClone(manifests);
  change((kind, name) => find(kind, name, copy), copy);
  return copy;
}

test("every manifest is what its schema says", async () => {
  assert.ok(manifests.length > 20);
  assert.deepEqual(await faults(manifests), []);
});

test("an unknown field is found in every object of every manifest", async () => {
  // Objects whose keys are anyone's.
  const free = /\/(labels|matchLabels|requests|limits|parameters)$|^Service\/.*\/selector$|\/triggers\/\d\/metadata$/;
  const copies = [];
  const places = [];
  for (const manifest of manifests) {
    (function walk(value, path) {
      if (value === null || typeof value !== "object") return;
      if (!Array.isArray(value) && !free.test([nameOf(manifest), ...path].join("/"))) {
        const copy = structuredClone(manifest);
        path.reduce((at, key) => at[key], copy).unknownField = "x";
        copy.metadata.name = `copy-${places.length}`;
        copies.push(copy);
        places.push([nameOf(manifest), ...path].join("/"));
      }
      for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key]);
    })(manifest, []);
  }
  const found = new Set((await faults(copies)).map((fault) => Number(/copy-(\d+):.*unknownField.* does not exist/s.exec(fault)?.[1])));
  assert.ok(places.length > 300);
  assert.deepEqual(places.filter((_, i) => !found.has(i)), []);
});

test("a wrong value is found", async () => {
  const wrong = [
    ["Deployment", "judge-api", (m) => { m.spec.replicas = "2"; }],
    ["Deployment", "judge-worker-big", (m) => { m.spec.template.spec.containers[0].securityContext.procMount = "Open"; }],
    ["ScaledObject", "judge-worker-big", (m) => { delete m.spec.scaleTargetRef; }],
    ["ScaledObject", "judge-worker-big", (m) => { m.spec.triggers[0].metadata.targetQueryValue = 1; }],
    ["HTTPRoute", "judge-api", (m) => { m.spec.rules[0].timeouts.request = 0; }],
    ["Cluster", "judge-postgres", (m) => { delete m.spec.instances; }],
    ["Cluster", "judge-postgres", (m) => { m.spec.postgresql.synchronous.method = "all"; }],
    ["RabbitmqCluster", "judge-rabbitmq", (m) => { m.spec.replicas = "3"; }],
    ["PodMonitor", "judge", (m) => { m.spec.podMetricsEndpoints[0].interval = "fifteen seconds"; }],
  ].map(([kind, name, change], i) => {
    const copy = structuredClone(find(kind, name));
    copy.metadata.name = `wrong-${i}`;
    change(copy);
    return copy;
  });
  const found = await faults(wrong);
  assert.deepEqual(wrong.filter((m) => !found.some((fault) => fault.startsWith(nameOf(m)))).map(nameOf), []);
});

test("a key that stands twice is found", () => assert.throws(() => parse("a: 1\na: 2\n")));

test("whatever is referred to is there", () => assert.deepEqual(referenceFaults(manifests), []));

test("a reference to nothing is found", () => {
  const env = (of, name) => podOf(name, [of("Deployment", name)]).containers[0].env;
  for (const change of [
    (of) => { env(of, "judge-api").find((e) => e.name === "DATABASE_HOST").valueFrom.secretKeyRef.key = "hostname"; },
    (of) => { env(of, "judge-api").find((e) => e.name === "Judge__AdminKey").valueFrom.secretKeyRef.name = "judge-key"; },
    (of) => { env(of, "judge-api").push({ name: "Judge__AdminKeys", value: "x" }); },
    (of) => { env(of, "judge-api").reverse(); },
    (of) => { env(of, "judge-worker-big").find((e) => e.name === "Worker__ApiUrl").value = "http://judge-api:80"; },
    (of) => { env(of, "judge-worker-big").push({ name: "Judge__AdminKey", value: "x" }); },
    (of) => { of("Deployment", "judge-api").spec.template.metadata.labels["app.kubernetes.io/component"] = "web"; },
    (of) => { podOf("judge-worker-big", [of("Deployment", "judge-worker-big")]).containers[0].readinessProbe.httpGet.path = "/ready"; },
    (of) => { podOf("judge-worker-big", [of("Deployment", "judge-worker-big")]).containers[0].livenessProbe.httpGet.port = "web"; },
    (of) => { podOf("judge-worker-big", [of("Deployment", "judge-worker-big")]).containers[0].securityContext.seccompProfile.localhostProfile = "judge.json"; },
    (of) => { of("Service", "judge-api").spec.ports[0].targetPort = "web"; },
    (of) => { of("HTTPRoute", "judge-api").spec.rules[0].backendRefs[0].port = 80; },
    (of) => { of("PodDisruptionBudget", "judge-worker-small").spec.selector.matchLabels["app.kubernetes.io/component"] = "worker"; },
    (of) => { of("PodMonitor", "judge").spec.podMetricsEndpoints[0].port = "metrics"; },
    (of) => { of("NetworkPolicy", "judge-worker").spec.egress[1].ports[0].port = 5671; },
    (of) => { of("NetworkPolicy", "judge-api").spec.ingress[0].ports[0].port = "web"; },
    (of) => { of("ScaledObject", "judge-worker-small").spec.scaleTargetRef.name = "judge-worker"; },
    (of) => { of("ScaledObject", "judge-worker-small").spec.triggers[0].authenticationRef.name = "judge"; },
    (of) => { of("ScaledObject", "judge-worker-small").spec.triggers[0].metadata.host = "judge-postgres.judge.svc"; },
    (of) => { of("ScaledObject", "judge-worker-small").spec.triggers[0].metadata.targetValue = "3"; },
    (of) => { of("ScaledObject", "judge-worker-small").spec.triggers[0].metadata.query = "select count(*) from submissions where tier = 1 and state <> 2"; },
    (of) => { of("Deployment", "judge-worker-small").spec.replicas = 1; },
    (of) => { of("RabbitmqCluster", "judge-rabbitmq").metadata.name = "rabbit"; },
    (of, all) => { all.splice(all.indexOf(of("Cluster", "judge-postgres")), 1); },
  ]) assert.notDeepEqual(referenceFaults(changed(change)), [], String(change));
});

test("the pools differ in pool, labels and size only", () => {
  const big = find("Deployment", "judge-worker-big");
  const asBig = JSON.parse(JSON.stringify(find("Deployment", "judge-worker-small")).replaceAll("worker-small", "worker-big"));
  const container = asBig.spec.template.spec.containers[0];
  container.env[0].value = "big";
  container.resources = big.spec.template.spec.containers[0].resources;
  assert.deepEqual(asBig, big);
});

test("the API fits the pod security standard 'restricted', a worker all of it but seccomp's, procMount's and AppArmor's part", () => {
  for (const name of ["judge-api", "judge-worker-big"]) {
    const pod = podOf(name);
    const { procMount, seccompProfile, appArmorProfile, ...rest } = pod.containers[0].securityContext;
    assert.deepEqual(rest, { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ["ALL"] } });
    assert.equal(pod.securityContext.runAsNonRoot, true);
    assert.equal(pod.containers.length, 1);
    assert.equal(pod.automountServiceAccountToken, false);
    for (const key of ["hostNetwork", "hostPID", "hostIPC", "initContainers"]) assert.equal(pod[key], undefined);
    for (const volume of pod.volumes) assert.ok(volume.emptyDir?.sizeLimit || volume.secret, `${name}: ${volume.name}`);
    if (name === "judge-api") {
      assert.deepEqual([procMount, seccompProfile, appArmorProfile], [undefined, undefined, undefined]);
      assert.deepEqual(pod.securityContext.seccompProfile, { type: "RuntimeDefault" });
    } else {
      // As in compose.yaml: systempaths, seccomp, apparmor.
      assert.deepEqual([procMount, seccompProfile.type, appArmorProfile.type, pod.hostUsers], ["Unmasked", "Localhost", "Unconfined", false]);
    }
  }
});

test("the seccomp profile has no rule under conditions, which containerd would pass over", () => {
  const profile = JSON.parse(readFileSync(join(repository, "deploy", podOf("judge-worker-big").containers[0].securityContext.seccompProfile.localhostProfile), "utf8"));
  assert.deepEqual([...new Set(profile.syscalls.flatMap(Object.keys))].sort(), ["action", "args", "comment", "names"]);
});

test("pods are given longer to stop than the programs take", () => {
  const seconds = (file, pattern) => Number(pattern.exec(readFileSync(join(repository, file), "utf8"))[1]);
  const programs = {
    "judge-api": seconds("Judge.Api/Hosting/JudgeSettings.cs", /"Judge:DrainSeconds", bus is null \? 0 : (\d+)/)
      + seconds("Judge.Api/Hosting/JudgeApi.cs", /ShutdownTimeout = TimeSpan\.FromSeconds\((\d+)\)/),
    // Worker__StopSeconds, and twice the time for handing back.
    "judge-worker-big": seconds("Judge.Worker/Hosting/WorkerPools.cs", /DefaultPatience = TimeSpan\.FromSeconds\((\d+)\)/)
      + 2 * seconds("Judge.Worker/Hosting/WorkerPools.cs", /HandBackPatience = TimeSpan\.FromSeconds\((\d+)\)/),
  };
  for (const [name, takes] of Object.entries(programs)) assert.ok(podOf(name).terminationGracePeriodSeconds >= takes + 5, name);
});

test("everything is denied but what is allowed, and workers reach API, broker and DNS alone", () => {
  assert.deepEqual(find("NetworkPolicy", "default-deny").spec, { podSelector: {}, policyTypes: ["Ingress", "Egress"] });
  const policies = manifests.filter((m) => m.kind === "NetworkPolicy");
  for (const policy of policies) for (const rule of policy.spec.ingress ?? []) assert.ok(rule.from.length > 0, nameOf(policy));
  const worker = find("NetworkPolicy", "judge-worker").spec;
  assert.deepEqual(worker.egress.map((rule) => rule.to.map((peer) => Object.values(peer.podSelector.matchLabels).join("/"))), [["judge/api"], ["judge-rabbitmq"]]);
  assert.deepEqual(policies.filter((p) => Object.keys(p.spec.podSelector).length === 0).map((p) => p.metadata.name), ["default-deny", "dns"]);
});

test("the guide names every namespace, Secret and host that is somebody else's", () => {
  const own = new Set(manifests.filter((m) => m.kind === "Namespace").map((m) => m.metadata.name));
  const named = [...JSON.stringify(manifests).matchAll(/"kubernetes.io\/metadata.name":"([\w-]+)"/g)].map((m) => m[1]);
  for (const namespace of new Set(named)) if (!own.has(namespace) && namespace !== "kube-system") assert.ok(guide.includes(`\`${namespace}\``), namespace);
  assert.match(guide, /create secret generic judge-keys --from-literal=admin=.* --from-literal=worker=/);
  for (const host of find("HTTPRoute", "judge-api").spec.hostnames) assert.ok(guide.includes(host));
});

test("kubectl kustomize puts it together", { skip: spawnSync("kubectl", ["version", "--client"]).status === 0 ? false : "no kubectl here" }, () => {
  const built = parse(execFileSync("kubectl", ["kustomize", folder], { encoding: "utf8" }));
  assert.deepEqual(built.map(nameOf).sort(), manifests.map(nameOf).sort());
  for (const m of built) if (m.kind !== "Namespace") assert.equal(m.metadata.namespace, kustomization.namespace, nameOf(m));
});
