-module(main).
-export([main/0]).
main() ->
    case io:get_line("") of
        "exit\n" -> halt(3);
        "crash\n" -> error(crashed);
        "loop\n" -> loop();
        "memory\n" -> keep([])
    end.
loop() -> loop().
keep(Kept) -> keep([binary:copy(<<"x">>, 1000000) | Kept]).
