use strict;
chomp(my $what = <STDIN>);
exit 3 if $what eq "exit";
die "crashed" if $what eq "crash";
if ($what eq "loop") { 1 while 1 }
my @kept;
push @kept, "x" x 1_000_000 while 1;
