/** As much of a WebSocket as the client uses; a browser's, undici's and the `ws` package's all fit. */
export interface WebSocketLike {
  send(data: string): void;
  close(code?: number, reason?: string): void;
  // Each implementation has event types of its own.
  onopen: ((event: any) => void) | null;
  onmessage: ((event: any) => void) | null;
  onclose: ((event: any) => void) | null;
  onerror: ((event: any) => void) | null;
}

/** Makes a WebSocket that sends these headers with its handshake. */
export type WebSocketFactory = (url: string, protocols: string[], headers: Record<string, string>) => WebSocketLike;

interface Environment {
  WebSocket?: new (url: string, protocols: unknown) => WebSocketLike;
  process?: { versions?: { node?: string } };
  document?: unknown;
}

/** How a WebSocket can be made here, and whether it takes headers; undefined when it cannot (Node 18 and 20 have none). */
export function webSocketHere(): { create: WebSocketFactory; sendsHeaders: boolean } | undefined {
  const here = globalThis as unknown as Environment;
  const { WebSocket } = here;
  if (WebSocket === undefined) return undefined;
  // Electron's pages have a process, too.
  const isServer = here.process?.versions?.node !== undefined && here.document === undefined;
  return isServer
    ? { create: (url, protocols, headers) => new WebSocket(url, { protocols, headers }), sendsHeaders: true }
    : { create: (url, protocols) => new WebSocket(url, protocols), sendsHeaders: false };
}
