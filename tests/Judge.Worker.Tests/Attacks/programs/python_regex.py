# attack: a regular expression that tries every way to fail
# judge: timeLimitExceeded
import re
re.match('(a+)+$', 'a' * 60 + 'b')
