// The tests measure CPU time, count processes and compile: one after the other on a small machine.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
