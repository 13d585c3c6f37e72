class TopOfThePops:

    def __init__(self, songs: List[str]):
        self.plays = dict.fromkeys(songs, 0)
        self.charts = sorted((0, song) for song in songs)

    def play(self, song: str) -> None:
        plays = self.plays.get(song, 0) + 1
        self.withdraw(song)
        self.plays[song] = plays
        insort(self.charts, (-plays, song))

    def withdraw(self, song: str) -> bool:
        if song not in self.plays:
            return False
        del self.charts[self.rankOf(song) - 1]
        del self.plays[song]
        return True

    def top(self, count: int) -> List[str]:
        return [song for _, song in self.charts[:count]]

    def rankOf(self, song: str) -> int:
        if song not in self.plays:
            return -1
        return bisect_left(self.charts, (-self.plays[song], song)) + 1
