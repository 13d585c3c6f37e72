# An output validator in the sense of Kattis around a checker of DMOJ (SOURCE): a function check(process_output, judge_output, **kwargs).
# Called as: validate.py input answer feedback_dir < output; exits with 42 when the output is right, 43 when not.
import os
import sys
import types


class CheckerResult:
    def __init__(self, passed, points, feedback=None, extended_feedback=None):
        self.passed, self.points, self.feedback, self.extended_feedback = passed, points, feedback, extended_feedback


def utf8bytes(text):
    return text if text is None or isinstance(text, bytes) else str(text).encode('utf-8')


def utf8text(text, errors='strict'):
    return text if text is None or isinstance(text, str) else text.decode('utf-8', errors)


class InternalError(Exception):
    pass


def module(name, **names):
    made = sys.modules[name] = types.ModuleType(name)
    made.__dict__.update(names)


module('dmoj')
module('dmoj.result', CheckerResult=CheckerResult)
module('dmoj.error', InternalError=InternalError)
module('dmoj.utils')
module('dmoj.utils.unicode', utf8bytes=utf8bytes, utf8text=utf8text)

with open(sys.argv[1], 'rb') as file:
    judge_input = file.read()
with open(sys.argv[2], 'rb') as file:
    judge_output = file.read()

checker = {'__name__': 'checker'}
exec(compile(SOURCE, 'checker.py', 'exec'), checker)
# What a checker prints is for its writer's eyes.
said, sys.stdout = sys.stdout, sys.stderr
result = checker['check'](
    process_output=sys.stdin.buffer.read(), judge_output=judge_output, judge_input=judge_input, submission_source=b'', submission_language='',
    point_value=1.0, case_position=1, binary_data=False, execution_time=0.0, problem_id='', **ARGS)
sys.stdout = said
if not isinstance(result, CheckerResult):
    result = CheckerResult(bool(result), 1.0 if result else 0.0)
if len(sys.argv) > 3:
    if result.feedback:
        with open(os.path.join(sys.argv[3], 'judgemessage.txt'), 'w') as file:
            file.write(utf8text(result.feedback, 'replace'))
    if result.passed and 0 <= result.points < 1:
        with open(os.path.join(sys.argv[3], 'score_multiplier.txt'), 'w') as file:
            file.write(str(result.points))
sys.exit(42 if result.passed else 43)
