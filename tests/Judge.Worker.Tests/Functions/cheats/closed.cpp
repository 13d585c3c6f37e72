// expect: timeLimitExceeded
// Closes the channel, so that nobody can say it is wrong.
class Solution { public: int scramble(int x) { close(4); close(3); for (;;) pause(); } };
