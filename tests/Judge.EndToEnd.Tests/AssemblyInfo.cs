// Each test starts a fleet of processes: one after the other on a small machine.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
