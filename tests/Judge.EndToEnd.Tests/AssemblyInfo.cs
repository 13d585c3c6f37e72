// Each test starts a fleet of processes and then mostly waits, for leases and silences; more at a time would only share two processors.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
