using Judge.Contracts;
using Judge.Worker.Tests.Judging;

namespace Judge.Worker.Tests.Functions;

/// <summary>What users of C, Go, Rust and Ruby do, and what they are told.</summary>
[Collection(PoolCollection.Name)]
public sealed class DriverTests(PoolFixture fixture)
{
    private const string Walk =
        """{"name":"walkList","params":[{"name":"head","type":"ListNode"},{"name":"k","type":"integer"}],"return":{"type":"ListNode"}}""";

    private const string CWalk = """
        #define step(n) (n)->next
        static struct ListNode* last(struct ListNode* n) { while (step(n)) n = step(n); return n; }
        struct ListNode* walkList(struct ListNode* head, int k) {
            if (k == 0) { printf("seen %d", head->val); return head->next; }
            if (k == 1) last(head)->next = head;
            else head = *(struct ListNode* volatile*)&head->next->next->next;
            return head;
        }
        """;

    private const string GoWalk = """
        func walkList(head *ListNode, k int) *ListNode {
            nodes := []*ListNode{}
            for n := head; n != nil && len(nodes) < 9; n = n.Next { nodes = append(nodes, n) }
            if k == 0 { fmt.Printf("seen %d", head.Val); return head.Next }
            if k == 1 { nodes[len(nodes) - 1].Next = head }
            return nodes[k]
        }
        """;

    private const string RustWalk = """
        impl Solution {
            pub fn walk_list(head: Option<Box<ListNode>>, k: i32) -> Option<Box<ListNode>> {
                let node = head?;
                if k == 0 { print!("seen {}", node.val); return node.next; }
                [None, Some(node)][k as usize].take()
            }
        }
        """;

    private const string RubyWalk = """
        def walk_list(head, k)
          nodes = []
          node = head
          while node && nodes.size < 9
            nodes << node
            node = node.next
          end
          if k == 0
            print "seen #{head.val}"
            return head.next
          end
          nodes.last.next = head if k == 1
          nodes.fetch(k)
        end
        """;

    [Theory]
    [InlineData("c", "int* twoSum(int* nums, int numsSize, int target, int* returnSize) {\n  return nums\n}", "solution.c:2:14: error: expected ‘;’")]
    [InlineData("c", "int* twoSum(int* nums, int numsSize, int target, int* returnSize) {\n  if (numsSize) {\n  return nums;\n}", "solution.c:4:")]
    [InlineData("c", "int* twoSum(int* nums, int numsSize, int* returnSize) {\n  return nums;\n}", "solution.c:1:6: note: declared here")]
    [InlineData("cpp", "class Solution {\npublic:\n  vector<int> twoSum(vector<int>& nums, int target) {\n    return target;\n  }\n};", "solution.cpp:4:12: error: could not convert")]
    [InlineData("cpp", "class Solution {\npublic:\n  int twoSum(vector<int>& nums, int target) { return target; }\n};", "error: ")]
    [InlineData("python", "class Solution:\n    def twoSum(self, nums: List[int], target: int) -> List[int]:\n        return )\n", "line 3")]
    [InlineData("go", "import \"fmt\"\n\nfunc twoSum(nums []int, target int) []int {\n  x := 1\n  fmt.Println(math.MaxInt)\n  return nums\n}", "solution.go:4:3: x declared but not used")]
    [InlineData("go", "func twoSum(nums []int, target int) int { return 0 }", "as type func(nums []int, target int) []int")]
    [InlineData("rust", "impl Solution {\n  pub fn two_sum(nums: Vec<i32>, target: i32) -> Vec<i32> {\n    target\n  }\n}", "solution.rs:3:5")]
    [InlineData("ruby", "def two_sum(nums, target)\n  if target\n    5 +\nend", "solution.rb:4: syntax error")]
    public async Task A_compile_error_is_told_with_the_users_own_line(string language, string source, string told)
    {
        using var bench = new FunctionBench(
            fixture, """{"name":"twoSum","params":[{"name":"nums","type":"integer[]"},{"name":"target","type":"integer"}],"return":{"type":"integer[]"}}""");
        var judgement = await bench.Cases("sample/1", "[1]\n1", "[1]").JudgeAsync(language, source);
        Assert.Equal(Verdict.CompileError, judgement.Verdict);
        Assert.Contains(told, judgement.CompileOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("<string>", judgement.CompileOutput, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c", CWalk, "a list with a cycle")]
    [InlineData("go", GoWalk, "a list with a cycle")]
    [InlineData("rust", RustWalk, null)]
    [InlineData("ruby", RubyWalk, "walkList: a list with a cycle")]
    public async Task What_is_printed_is_beside_the_answer_and_a_crash_or_a_cycle_is_its_own_cases(string language, string source, string? cycle)
    {
        using var crash = new FunctionBench(fixture, Walk);
        var judgement = await crash.Cases("sample/1", "[1,2]\n0\n[7]\n0\n[1]\n5\n[1]\n0", "[2]\n[]\n[]\n[]").JudgeAsync(language, source);
        Assert.True(judgement.Cases.Select(c => c.Verdict).SequenceEqual([Verdict.Accepted, Verdict.Accepted, Verdict.RuntimeError]), FunctionBench.Told(judgement));
        Assert.Equal(["seen 1", "seen 7"], judgement.Cases.Take(2).Select(c => c.Stdout), StringComparer.Ordinal);
        Assert.Equal(["[2]", "[]"], judgement.Cases.Take(2).Select(c => c.Output), StringComparer.Ordinal);
        if (language == "c") Assert.Contains("SIGSEGV", judgement.Message, StringComparison.Ordinal);
        else Assert.Contains(language switch { "go" => "solution.go:6", "rust" => "solution.rs:5", _ => "solution.rb:13" }, judgement.Cases[2].Stderr, StringComparison.Ordinal);

        if (cycle is null) return;
        using var cyclic = new FunctionBench(fixture, Walk);
        judgement = await cyclic.Cases("sample/1", "[1,2]\n0\n[1,2,3]\n1", "[2]\n[]").JudgeAsync(language, source);
        Assert.True(judgement is { Verdict: Verdict.RuntimeError, Cases.Count: 2 } && judgement.Cases[1].Message == cycle, FunctionBench.Told(judgement));
    }

    [Theory]
    [InlineData("go", "func walkLst(head *ListNode, k int) *ListNode { return head }", "walkList")]
    [InlineData("rust", "impl Solution { pub fn walkList(head: Option<Box<ListNode>>, k: i32) -> Option<Box<ListNode>> { head } }", "walk_list")]
    [InlineData("java", "class Solutions { ListNode walkList(ListNode head, int k) { return head; } }", "Solution")]
    public async Task A_name_that_is_missing_is_told(string language, string source, string name)
    {
        using var bench = new FunctionBench(fixture, Walk);
        var judgement = await bench.Cases("sample/1", "[1]\n0", "[]").JudgeAsync(language, source);
        Assert.Equal((Verdict.CompileError, $"the compiler refused the program: nothing in it is called {name}, as in the starter code"), (judgement.Verdict, judgement.Message));
    }

    [Fact]
    public async Task Endless_recursion_in_Python_is_told_as_such_and_not_as_time()
    {
        using var bench = new FunctionBench(fixture, """{"name":"deep","params":[{"name":"n","type":"integer"}],"return":{"type":"integer"}}""", seconds: "4");
        var judgement = await bench.Cases("sample/1", "1", "1").JudgeAsync("python", "class Solution:\n    def deep(self, n):\n        return self.deep(n + 1) + 1\n");
        Assert.True(judgement.Verdict == Verdict.RuntimeError, FunctionBench.Told(judgement));
        Assert.Contains("RecursionError", judgement.Cases[0].Stderr, StringComparison.Ordinal);
    }

    /// <summary>What is freed and what is not: constants, the middle of a block, what was given, what was freed, and fresh memory of 4 MiB a case, of which 64 MiB would not hold the
    /// hundred that are asked for.</summary>
    [Fact]
    public async Task An_answer_in_C_may_be_any_memory_and_is_freed_where_it_can_be()
    {
        using var bench = new FunctionBench(
            fixture, """{"name":"pick","params":[{"name":"s","type":"string"},{"name":"k","type":"integer"}],"return":{"type":"list<string>"}}""");
        const string source = """
            char** pick(char* s, int k, int* returnSize) {
                static char* held[] = { "constant", "" };
                if (k == 0) { *returnSize = 2; return held; }
                if (k == 1) { free(s); *returnSize = 0; return NULL; }
                char** answer = malloc(sizeof(char*) * 2);
                answer = realloc(answer, sizeof(char*) * 200000);
                for (int i = 0; i < 200000; i++) answer[i] = i ? answer[i - 1] : s + 1;
                char* fresh = calloc(1 << 22, 1);
                memset(fresh, 'x', 1 << 22);
                strcpy(fresh, s);
                answer[1] = fresh + 1;
                answer[2] = fresh;
                answer[3] = strdup(s);
                *returnSize = 4;
                return answer;
            }
            """;
        var cases = Enumerable.Range(0, 300).Select(i => i % 3).ToArray();
        bench.Cases("sample/1", string.Join('\n', cases.Select(k => $"\"abc\"\n{k}")), string.Join('\n', cases.Select(k => k switch { 0 => "[\"constant\",\"\"]", 1 => "[]", _ => "[\"bc\",\"bc\",\"abc\",\"abc\"]" })));
        var judgement = await bench.JudgeAsync("c", source);
        Assert.True(judgement.Verdict == Verdict.Accepted && judgement.Cases.Count == 300, FunctionBench.Told(judgement));
        Assert.InRange(judgement.MemoryKb!.Value, 4096, 65_536);
    }

    /// <summary>As C programs do it: what was given is kept, what is kept is answered, and all of it is freed with the object.</summary>
    [Fact]
    public async Task An_object_in_C_may_answer_and_keep_its_own_memory()
    {
        using var bench = new FunctionBench(fixture, """
            {"classname":"LRUCache","constructor":{"params":[{"name":"start","type":"integer[]"}]},"methods":[
              {"name":"push","params":[{"name":"name","type":"string"}],"return":{"type":"string"}},{"name":"all","params":[],"return":{"type":"integer[]"}}]}
            """);
        const string source = """
            typedef struct { int* values; int count; char* name; } LRUCache;
            LRUCache* lRUCacheCreate(int* start, int startSize) {
                LRUCache* obj = calloc(1, sizeof *obj);
                obj->count = startSize;
                obj->values = malloc(sizeof(int) * startSize);
                memcpy(obj->values, start, sizeof(int) * startSize);
                obj->name = "none";
                return obj;
            }
            char* lRUCachePush(LRUCache* obj, char* name) {
                char* before = obj->name;
                obj->name = name;
                obj->values = realloc(obj->values, sizeof(int) * ++obj->count);
                obj->values[obj->count - 1] = strlen(name);
                return before;
            }
            int* lRUCacheAll(LRUCache* obj, int* returnSize) { *returnSize = obj->count; return obj->values; }
            void lRUCacheFree(LRUCache* obj) { free(obj->values); free(obj); }
            """;
        const string input = "[\"LRUCache\",\"all\",\"push\",\"all\",\"push\",\"all\"]\n[[[1,2]],[],[\"abc\"],[],[\"d\"],[]]";
        const string answer = "[null,[1,2],\"none\",[1,2,3],\"abc\",[1,2,3,1]]";
        var judgement = await bench.Cases("sample/1", $"{input}\n{input}", $"{answer}\n{answer}").JudgeAsync("c", source);
        Assert.True(judgement.Verdict == Verdict.Accepted && judgement.Cases.Count == 2, FunctionBench.Told(judgement));
    }

    /// <summary>Packages that users of LeetCode never import, beside names of their own that are packages' names, too.</summary>
    [Fact]
    public async Task In_Go_the_usual_packages_need_no_import()
    {
        using var bench = new FunctionBench(
            fixture, """{"name":"median","params":[{"name":"words","type":"string[]"},{"name":"letter","type":"character"}],"return":{"type":"double"}}""");
        const string source = """
            import ("strings"; "container/heap")

            type bits struct { Len int } // not math/bits, nor "os".Exit
            type queue []int

            func (q queue) Len() int { return len(q) }
            func (q queue) Less(i, j int) bool { return q[i] < q[j] }
            func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
            func (q *queue) Push(x any) { *q = append(*q, x.(int)) }
            func (q *queue) Pop() any { last := (*q)[len(*q)-1]; *q = (*q)[:len(*q)-1]; return last }

            func median(words []string, letter byte) float64 {
                list := &queue{}
                time := bits{Len: 1}
                for _, w := range words { heap.Push(list, strings.Count(w, string(letter)) * time.Len) }
                sort.Ints(*list)
                return math.Sqrt(float64((*list)[list.Len()/2]))
            }
            """;
        var judgement = await bench.Cases("sample/1", "[\"banana\",\"a\",\"aaaa aaaaa\"]\n\"a\"", "1.7320508").JudgeAsync("go", source);
        Assert.True(judgement.Verdict == Verdict.Accepted, FunctionBench.Told(judgement));
    }
}
