program behave;
var
  what: string;
  p: pchar;
  zero: longint;
begin
  readln(what);
  zero := 0;
  if what = 'exit' then halt(3);
  if what = 'crash' then writeln(1 div zero);
  if what = 'loop' then while true do ;
  while true do
  begin
    getmem(p, 1000000);
    fillchar(p^, 1000000, 'x');
  end;
end.
