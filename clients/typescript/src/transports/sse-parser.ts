/** One event of a stream. */
export interface SseEvent {
  type: string;
  data: string;
}

/**
 * Reads text/event-stream (WHATWG HTML, 9.2.6) in pieces as they come. `id` and `retry` are passed over: the submission
 * itself tells its version, and the client has a back-off of its own.
 */
export class SseParser {
  private rest = '';
  private type = '';
  private data: string[] = [];
  private isFirst = true;

  /** Takes a piece and returns the events that it completes. */
  push(piece: string): SseEvent[] {
    const events: SseEvent[] = [];
    let text = this.rest + piece;
    if (this.isFirst && text !== '') {
      this.isFirst = false;
      if (text.startsWith('\uFEFF')) text = text.slice(1);
    }
    let start = 0;
    for (const match of text.matchAll(/\r\n|\n|\r/g)) {
      // A CR at the very end may be half of a CRLF.
      if (match[0] === '\r' && match.index + 1 === text.length) break;
      this.line(text.slice(start, match.index), events);
      start = match.index + match[0].length;
    }
    this.rest = text.slice(start);
    return events;
  }

  private line(line: string, events: SseEvent[]): void {
    if (line === '') {
      if (this.data.length > 0) events.push({ type: this.type || 'message', data: this.data.join('\n') });
      this.type = '';
      this.data = [];
      return;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + (line[colon + 1] === ' ' ? 2 : 1));
    if (field === 'event') this.type = value;
    else if (field === 'data') this.data.push(value);
  }
}
