// npm has no schema of this custom resource. Ours, of the fields that are used here, after the types of RabbitMQ's cluster operator 2.x
// (rabbitmq.com/v1beta1); another field is added when it is used.
import type { IAffinity } from "kubernetes-models/v1/Affinity";
import type { IResourceRequirements } from "kubernetes-models/v1/ResourceRequirements";
import type { IIoK8sApimachineryPkgApisMetaV1ObjectMeta } from "@kubernetes-models/apimachinery/apis/meta/v1/ObjectMeta";

export interface IRabbitmqCluster {
  apiVersion: "rabbitmq.com/v1beta1";
  kind: "RabbitmqCluster";
  metadata: IIoK8sApimachineryPkgApisMetaV1ObjectMeta;
  spec: {
    replicas?: number;
    persistence?: { storageClassName?: string; storage?: string };
    resources?: IResourceRequirements;
    affinity?: IAffinity;
    rabbitmq?: { additionalConfig?: string };
  };
}
