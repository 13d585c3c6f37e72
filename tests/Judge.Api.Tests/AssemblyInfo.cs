// Each class has a server of its own, and most of its time it waits; more at a time would only share two processors with the sandboxes.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
