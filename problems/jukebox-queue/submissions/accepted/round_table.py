# Who has nothing left goes home.
class Solution:
    def playOrder(self, wishes: List[List[int]]) -> List[int]:
        played = {}
        table = deque(map(iter, wishes))
        while table:
            songs = table.popleft()
            for song in songs:
                if song not in played:
                    played[song] = True
                    table.append(songs)
                    break
        return list(played)
