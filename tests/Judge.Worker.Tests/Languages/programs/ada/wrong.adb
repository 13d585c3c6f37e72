procedure Main is
begin
   Undeclared := 1;
end Main;
