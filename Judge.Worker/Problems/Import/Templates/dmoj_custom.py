# An output validator in the sense of Kattis around a checker of DMOJ (SOURCE): a function check(process_output, judge_output, **kwargs).
# Called as: validate.py input answer feedback_dir < output; exits with 42 when the output is right, 43 when not.
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
sys.stdout = sys.stderr
try:
    result = checker['check'](
        process_output=sys.stdin.buffer.read(), judge_output=judge_output, judge_input=judge_input, submission_source=b'', submission_language='',
        point_value=WORTH, case_position=1, batch=0, binary_data=False, execution_time=0.0, problem_id='', **ARGS)
except UnicodeDecodeError:
    # The DMOJ's grader does not hold that against the checker either.
    result = CheckerResult(False, 0, 'invalid unicode')
if not isinstance(result, CheckerResult):
    result = CheckerResult(bool(result), WORTH if result else 0)
if result.feedback:
    with open(os.path.join(sys.argv[3], 'judgemessage.txt'), 'w') as file:
        file.write(utf8text(result.feedback, 'replace'))
finish(result.passed, result.points)
