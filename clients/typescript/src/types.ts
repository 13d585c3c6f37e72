/** The shapes of the HTTP contract. Times are RFC 3339 UTC, durations ms, memory KiB. The server may add fields. */

export type Tier = 'premium' | 'free';
/** Judged on the problem's cases, or run on the user's own inputs. */
export type Kind = 'submit' | 'run';
export type State = 'queued' | 'judging' | 'judged';
export type Verdict =
  | 'accepted'
  | 'wrongAnswer'
  | 'presentationError'
  | 'timeLimitExceeded'
  | 'memoryLimitExceeded'
  | 'outputLimitExceeded'
  | 'runtimeError'
  | 'compileError'
  | 'internalError'
  | 'cancelled';

/** One case that ran. Input and outputs are there for samples, runs and, where the problem permits, the first case that failed; cut at 4 KiB (`truncated`). */
export interface CaseResult {
  name: string;
  verdict: Verdict;
  timeMs: number;
  wallMs: number;
  memoryKb: number;
  exitCode: number | null;
  signal: number | null;
  message: string | null;
  input?: string;
  expected?: string;
  output?: string;
  stderr?: string;
  truncated?: boolean;
  /** Function problems: what the program printed; `output` is what the function returned. */
  stdout?: string;
  /** Scoring problems: what it is worth. */
  score?: number;
}

/** A group of cases of a scoring problem, a subtask for instance. */
export interface GroupResult {
  name: string;
  /** Null when it was not judged, since it depends on another that was not accepted. */
  verdict: Verdict | null;
  score: number;
  maxScore: number | null;
}

/** A submission as it is at one `version`; neither `state` nor `version` moves backwards. */
export interface Submission {
  id: string;
  kind: Kind;
  /** Null of a run that is of no problem. */
  problem: string | null;
  language: string;
  tier: Tier;
  state: State;
  version: number;
  attempt: number;
  /** Null until judged. */
  verdict: Verdict | null;
  /** Cases finished and in all. */
  progress: { done: number; total: number };
  /** How many are before it; null when it does not wait. */
  queue: { ahead: number; estimatedMs: number | null } | null;
  /** CPU time of the slowest case. */
  timeMs: number | null;
  wallMs: number | null;
  /** The largest peak. */
  memoryKb: number | null;
  score: number | null;
  compileOutput: string | null;
  message: string | null;
  cases: CaseResult[];
  /** Scoring problems only. */
  groups: GroupResult[] | null;
  createdAt: string;
  startedAt: string | null;
  judgedAt: string | null;
  /** Of how many per cent of the other accounts' bests it is ahead, among those accepted in the language. Null until accepted, and in lists. */
  timePercentile: number | null;
  memoryPercentile: number | null;
  /** The first case that failed, when its data may be seen. */
  failedCase: CaseResult | null;
}

/** What to judge: a problem's slug, a language's id and the program (at most 64 KiB). */
export interface SubmissionRequest {
  problem: string;
  language: string;
  source: string;
}

/** What to run: a program on inputs of one's own (at most 20, 64 KiB together), with a problem's limits and reference solution or, without one, plainly. */
export interface RunRequest {
  problem?: string;
  language: string;
  source: string;
  inputs: string[];
}

/** A page of submissions, newest first; `next` goes into `before` for the page after it. */
export interface SubmissionPage {
  items: Submission[];
  next: string | null;
}

/** Which submissions to list. */
export interface ListOptions {
  /** By default `submit`. */
  kind?: Kind | 'all';
  problem?: string;
  state?: State;
  limit?: number;
  before?: string;
  signal?: AbortSignal;
}

export interface Language {
  id: string;
  name: string;
  version: string | null;
  available: boolean;
  /** Why it is not available. */
  reason: string | null;
  sourceFile: string;
}

export interface ProblemSummary {
  slug: string;
  title: string;
  difficulty: string | null;
  tags: string[];
  kind: 'program' | 'function';
}

export interface Problem extends ProblemSummary {
  /** Markdown. */
  statement: string;
  timeLimitMs: number;
  memoryLimitKb: number;
  /** Of an interactive problem input and output are empty, and interaction has what both sides say, if the package shows it. */
  samples: { name: string; input: string; output: string; interaction?: string }[];
  /** Function problems only: what there is to write, in the words of LeetCode's metadata. */
  signature: unknown;
  /** Function problems only: language to starter code. */
  templates: Record<string, string> | null;
  /** In the answer to a PUT alone: what the package says that is not done here. */
  warnings?: string[];
}

/** How the accepted submissions of a problem in a language compare; each account counts once in each measure, with its best. */
export interface Distribution {
  problem: string;
  language: string;
  accounts: number;
  timeMs: Histogram;
  memoryKb: Histogram;
}

export interface Histogram {
  /** Side by side; values from `from` up to, not including, `to`. */
  buckets: { from: number; to: number; count: number }[];
  /** The caller's best; null when there is none. */
  mine: number | null;
  /** Of how many per cent of the others it is ahead. */
  percentile: number | null;
}

/** Who the key or session belongs to. */
export interface Me {
  name: string;
  tier: Tier;
  role: 'user' | 'admin';
}

/** One tier's queue: submissions waiting, workers alive, age of the oldest. */
export interface Queue {
  tier: Tier;
  depth: number;
  workers: number;
  oldestMs: number;
}
