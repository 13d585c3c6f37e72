class TopOfThePops:

    def __init__(self, songs: List[str]):
        self.plays = Counter()
        self.charts = sorted((0, song) for song in songs)

    def play(self, song: str) -> None:
        self.withdraw(song)
        # Not forgotten when the song was withdrawn.
        self.plays[song] += 1
        insort(self.charts, (-self.plays[song], song))

    def withdraw(self, song: str) -> bool:
        rank = self.rankOf(song)
        if rank > 0:
            del self.charts[rank - 1]
        return rank > 0

    def top(self, count: int) -> List[str]:
        return [song for _, song in self.charts[:count]]

    def rankOf(self, song: str) -> int:
        entry = -self.plays[song], song
        place = bisect_left(self.charts, entry)
        return place + 1 if self.charts[place : place + 1] == [entry] else -1
