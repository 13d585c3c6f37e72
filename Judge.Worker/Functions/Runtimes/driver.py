# Stands in front of a user's solution.py: see docs/function-problems.md. What it needs it takes hold of before the user's code is loaded.
def judge_driver(signature):
    import io, json, os, sys, traceback, types
    questions, write, leave = io.open(3, 'rb', buffering=1 << 16), os.write, os._exit
    loads, encode, stdout, stderr = json.loads, json.JSONEncoder(ensure_ascii=True, separators=(',', ':')).encode, sys.stdout, sys.stderr
    most_nodes = 1_000_000

    class ListNode:
        def __init__(self, val=0, next=None):
            self.val = val
            self.next = next

    class TreeNode:
        def __init__(self, val=0, left=None, right=None):
            self.val = val
            self.left = left
            self.right = right

    class Wrong(Exception):
        pass

    def read_list(values):
        head = None
        for value in reversed(values or []):
            head = ListNode(value, head)
        return head

    def read_tree(values):
        if not values:
            return None
        root = TreeNode(values[0])
        level, at = [root], 1
        while at < len(values):
            below = []
            for node in level:
                for side in ('left', 'right'):
                    if at < len(values):
                        if values[at] is not None:
                            child = TreeNode(values[at])
                            setattr(node, side, child)
                            below.append(child)
                        at += 1
            level = below
        return root

    def write_list(node):
        values = []
        while node is not None:
            if len(values) == most_nodes:
                raise Wrong('a list with a cycle, or of more than a million nodes')
            values.append(number(node.val))
            node = node.next
        return values

    def write_tree(root):
        values, level = [], [root]
        while any(node is not None for node in level):
            below = []
            for node in level:
                if node is None:
                    values.append(None)
                else:
                    values.append(number(node.val))
                    below += (node.left, node.right)
            if len(values) > most_nodes:
                raise Wrong('a tree with a cycle, or of more than a million nodes')
            level = below
        while values and values[-1] is None:
            values.pop()
        return values

    def number(value):
        if type(value) is not int:
            raise Wrong(f'a node with {value!r:.60}, which is no integer')
        return value

    def plain(test):
        def check(value, kind):
            if not test(value):
                raise Wrong(f'expected {kind}, got {value!r:.60}')
            return value
        return check

    def is_integer(value):
        return type(value) is int and -2 ** 31 <= value < 2 ** 31

    writers = {
        'integer': plain(is_integer),
        'long': plain(lambda v: type(v) is int and -2 ** 63 <= v < 2 ** 63),
        'double': lambda v, kind: float(v) if type(v) is int else plain(lambda x: isinstance(x, float))(v, kind),
        'boolean': plain(lambda v: type(v) is bool),
        'string': plain(lambda v: isinstance(v, str)),
        'character': plain(lambda v: isinstance(v, str) and len(v) == 1),
        'void': lambda v, kind: None,
        'ListNode': lambda v, kind: write_list(v),
        'TreeNode': lambda v, kind: write_tree(v),
    }
    readers = {'double': float, 'ListNode': read_list, 'TreeNode': read_tree}

    def element(kind):
        return kind[:-2] if kind.endswith('[]') else kind[5:-1] if kind.startswith('list<') else None

    def reader(kind):
        of = element(kind)
        if of is None:
            return readers.get(kind)
        inner = reader(of)
        return inner and (lambda values: [inner(v) for v in values])

    def writer(kind):
        of = element(kind)
        if of is None:
            return writers[kind]
        inner = writer(of)

        def sequence(values, kind):
            if not isinstance(values, (list, tuple)):
                raise Wrong(f'expected {kind}, got {values!r:.60}')
            return values if of == 'integer' and all(map(is_integer, values)) else [inner(v, of) for v in values]
        return sequence

    def function(name, parameters, returns):
        return name, [reader(p) for p in parameters], writer(returns), returns

    functions = {f[0]: function(*f) for f in signature['functions']}
    main, is_class, output, sized = signature['functions'][0][0], signature['is_class'], signature['output'], signature['sized']

    def say(line):
        for stream in (sys.stdout, sys.stderr, stdout, stderr):
            try:
                stream.flush()
            except Exception:
                pass
        line = memoryview(line.encode() + b'\n')
        while line:
            line = line[write(4, line):]

    def fail(error):
        if isinstance(error, SystemExit):
            code = error.code if isinstance(error.code, int) else 0 if error.code is None else 1
        else:
            code, trace = 1, error.__traceback__
            while trace and trace.tb_frame.f_code.co_filename == __file__:
                trace = trace.tb_next
            # Of an endless recursion the whole would take seconds of the program's time, to print the same line.
            traceback.print_exception(type(error), error, trace, limit=100, file=stderr)
        for stream in (sys.stdout, stdout, stderr):
            try:
                stream.flush()
            except Exception:
                pass
        leave(code & 255)

    def arguments(read):
        values = [loads(questions.readline()) for _ in read]
        return [r(v) if r else v for r, v in zip(read, values)]

    def answer(result, given, write_result, kind):
        if output is not None:
            if sized:
                if not is_integer(result) or not 0 <= result <= len(given[output]):
                    raise Wrong(f'expected the number of elements that count, 0 to {len(given[output])}, got {result!r:.60}')
                given[output] = given[output][:result]
            result = given[output]
        return encode(write_result(result, kind))

    module = types.ModuleType('solution')
    sys.modules['solution'] = module
    sys.setrecursionlimit(500_000)
    try:
        with open('solution.py', encoding='utf-8') as file:
            source = file.read()
        exec(signature['prelude'], module.__dict__)
        module.__dict__.update(ListNode=ListNode, TreeNode=TreeNode)
        exec(compile(source, 'solution.py', 'exec', dont_inherit=True), module.__dict__)
        target = module.__dict__.get(main if is_class else 'Solution')
        if target is None:
            print(f'solution.py has no class {main if is_class else "Solution"}', file=stderr)
            leave(1)
    except BaseException as error:
        fail(error)
    say('ready')
    instance = None
    while True:
        name = main
        if is_class:
            name = questions.readline().decode().rstrip('\n')
            if not name:
                leave(0)
        elif not questions.peek(1):
            leave(0)
        _, read, write_result, kind = functions[name]
        given = arguments(read)
        try:
            if is_class and name == main:
                instance, result = target(*given), None
            else:
                result = getattr(instance if is_class else target(), name)(*given)
            line = answer(result, given, write_result, kind)
        except Wrong as wrong:
            line = '!' + ' '.join(f'{name}: {wrong}'.split())
        except BaseException as error:
            fail(error)
        say(line)


