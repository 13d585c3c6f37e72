with Ada.Command_Line; with Ada.Text_IO;
procedure Main is
   type Block is array (1 .. 1_000_000) of Character;
   type Link is access Block;
   Kept : Link;
   What : constant String := Ada.Text_IO.Get_Line;
begin
   if What = "exit" then
      Ada.Command_Line.Set_Exit_Status (3);
      return;
   elsif What = "crash" then
      raise Constraint_Error with "crashed";
   elsif What = "loop" then
      loop
         null;
      end loop;
   end if;
   loop
      Kept := new Block'(others => 'x');
   end loop;
end Main;
