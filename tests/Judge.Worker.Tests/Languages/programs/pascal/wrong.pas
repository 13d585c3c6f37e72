program wrong;
begin
  writeln(undeclared);
end.
