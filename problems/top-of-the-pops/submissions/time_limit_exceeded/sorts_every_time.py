class TopOfThePops:

    def __init__(self, songs: List[str]):
        self.plays = dict.fromkeys(songs, 0)

    def play(self, song: str) -> None:
        self.plays[song] = self.plays.get(song, 0) + 1

    def withdraw(self, song: str) -> bool:
        return self.plays.pop(song, None) is not None

    def top(self, count: int) -> List[str]:
        return self.charts()[:count]

    def rankOf(self, song: str) -> int:
        return self.charts().index(song) + 1 if song in self.plays else -1

    def charts(self):
        return sorted(self.plays, key=lambda song: (-self.plays[song], song))
