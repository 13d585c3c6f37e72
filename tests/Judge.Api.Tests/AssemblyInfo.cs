// The tests share two processors with the sandboxes they start.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
