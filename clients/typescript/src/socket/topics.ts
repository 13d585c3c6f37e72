import { JudgeError } from '../error.js';
import type { Submission } from '../types.js';
import { isNews } from '../versions.js';

/** Every own submission, instead of an id. */
export const mine = 'mine';

/** Who wants to hear of one id, or of every own submission. */
export interface Subscriber {
  message(state: Submission): void;
  /** The server refuses: there will be nothing more. */
  failed(error: JudgeError): void;
  /** The WebSocket cannot be used here; another transport has to do it. */
  blocked(): void;
}

/** Who is subscribed to what; the newest state of each id is kept for those who come later and for checks. */
export class Topics {
  private readonly topics = new Map<string, { subscribers: Set<Subscriber>; last: Submission | undefined }>();

  get isEmpty(): boolean {
    return this.topics.size === 0;
  }

  get names(): string[] {
    return [...this.topics.keys()];
  }

  /** The ids of which nothing was heard yet. */
  get unanswered(): string[] {
    return this.names.filter((name) => name !== mine && this.topics.get(name)?.last === undefined);
  }

  /** True when it is the first of its topic. A later one is told what is known already. */
  add(name: string, subscriber: Subscriber): boolean {
    const topic = this.topics.get(name);
    if (topic === undefined) {
      this.topics.set(name, { subscribers: new Set([subscriber]), last: undefined });
      return true;
    }
    topic.subscribers.add(subscriber);
    if (topic.last !== undefined) subscriber.message(topic.last);
    return false;
  }

  /** True when it was the last of its topic. */
  remove(name: string, subscriber: Subscriber): boolean {
    const topic = this.topics.get(name);
    if (topic === undefined || !topic.subscribers.delete(subscriber) || topic.subscribers.size > 0) return false;
    return this.topics.delete(name);
  }

  deliver(state: Submission): void {
    const topic = this.topics.get(state.id);
    if (topic !== undefined && isNews(state, topic.last)) {
      topic.last = state;
      for (const subscriber of [...topic.subscribers]) subscriber.message(state);
    }
    for (const subscriber of [...(this.topics.get(mine)?.subscribers ?? [])]) subscriber.message(state);
  }

  fail(name: string, error: JudgeError): void {
    this.drop(name, (subscriber) => subscriber.failed(error));
  }

  /** Ends all, each by the given call. */
  clear(how: (subscriber: Subscriber) => void): void {
    for (const name of this.names) this.drop(name, how);
  }

  private drop(name: string, how: (subscriber: Subscriber) => void): void {
    const topic = this.topics.get(name);
    this.topics.delete(name);
    for (const subscriber of [...(topic?.subscribers ?? [])]) how(subscriber);
  }
}
