# expect: wrongAnswer
# Has its own way of writing answers.
import json, json.encoder
json.dumps = json.encoder.JSONEncoder.encode = lambda *a, **k: 'true'
json.encoder.c_make_encoder = None
class Solution:
    def scramble(self, x): return 1
