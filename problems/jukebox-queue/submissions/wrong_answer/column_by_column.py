# Wrong: each plays the song of the round, or none if it was played already.
class Solution:
    def playOrder(self, wishes: List[List[int]]) -> List[int]:
        return list(dict.fromkeys(song for column in zip_longest(*wishes) for song in column if song is not None))
