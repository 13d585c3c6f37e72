defmodule Behave do
  def loop, do: loop()
  def keep(kept), do: keep([:binary.copy("x", 1_000_000) | kept])
end

case String.trim(IO.gets("")) do
  "exit" -> System.halt(3)
  "crash" -> raise "crashed"
  "loop" -> Behave.loop()
  "memory" -> Behave.keep([])
end
