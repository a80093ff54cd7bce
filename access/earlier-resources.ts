import * as pulumi from "@pulumi/pulumi";

/**
 * Stands, in `dependsOn`, for every resource of the stack that is registered before the one that depends on it.
 *
 * Of resources that go at the same time, Pulumi's engine orders those that depend on one another directly: where A
 * depends on B and B on C, and B stays, it deletes A and C in parallel. It takes a dependency on a component for one on
 * each child that the state has before the dependent resource (https://github.com/pulumi/pulumi/pull/7788), and the
 * stack is the component that is above all. So one entry orders any subset, where a direct dependency for each pair
 * would make the state grow quadratically.
 *
 * The stack is named by its URN: given as a resource, the SDK would wait for all its children, the dependent one
 * included.
 */
export function earlierResources(): pulumi.Output<pulumi.Resource> {
  const stack = pulumi.createUrn(`${pulumi.getProject()}-${pulumi.getStack()}`, "pulumi:pulumi:Stack");
  return stack.apply((urn) => new pulumi.DependencyResource(urn));
}
