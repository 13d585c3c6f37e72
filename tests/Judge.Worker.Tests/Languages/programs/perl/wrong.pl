print "before\n";
my $x = ;
