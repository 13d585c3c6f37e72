import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { after, before } from 'node:test';
import { JudgeServer } from './server.js';

/** What stands between a client and the judge: an honest proxy, made to misbehave by its fields. */
export class Proxy {
  /** What happens to a WebSocket's handshake. */
  upgrades: 'pass' | 'refuse' | 'hangUp' | 'hang' = 'pass';
  /** What happens to an event stream. */
  streams: 'pass' | 'refuse' | 'hold' = 'pass';
  /** Whether freeze() was called. */
  hasFrozen = false;
  /** Whether it goes on under the judge's Host and tells its own in X-Forwarded-Host, as Next.js does. */
  changesHost = false;
  /** Takes a request over and returns true, or leaves it. */
  intercept: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
  /** Cuts the client's connection after the judge has answered so many POSTs, instead of passing the answer on. */
  answersToLose = 0;

  readonly requests: string[] = [];
  upgradeCount = 0;
  /** Pieces that came over WebSockets from clients. */
  piecesUp = 0;
  openUpgrades = 0;

  private generation = 0;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly targetPort: number) {
    this.server = createServer((req, res) => this.pass(req, res));
    this.server.on('upgrade', (req: IncomingMessage, socket: Socket, head: Buffer) => this.upgrade(req, socket, head));
    this.server.on('connection', (socket) => this.keep(socket));
  }

  static async start(targetPort: number): Promise<Proxy> {
    const proxy = new Proxy(targetPort);
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  /** Runs with a proxy, and closes it whatever comes. */
  static async with(targetPort: number, run: (proxy: Proxy) => Promise<void>): Promise<void> {
    const proxy = await Proxy.start(targetPort);
    try {
      await run(proxy);
    } finally {
      await proxy.dispose();
    }
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** From now on nothing goes through what is open; it stays open, and what is opened later is not frozen. */
  freeze(): void {
    this.hasFrozen = true;
    this.generation++;
  }

  async dispose(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private pass(req: IncomingMessage, res: ServerResponse): void {
    this.requests.push(`${req.method} ${req.url}`);
    if (this.intercept?.(req, res) === true) return;
    this.changeHost(req);
    const isStream = req.url?.endsWith('/events') === true;
    if (isStream && this.streams === 'refuse') return void res.writeHead(405).end();
    if (isStream && this.streams === 'hold') return; // as one does that collects the whole answer first
    const born = this.generation;
    const onward = request({ host: '127.0.0.1', port: this.targetPort, method: req.method, path: req.url, headers: req.headers }, (answer) => {
      if (req.method === 'POST' && this.answersToLose > 0) {
        this.answersToLose--;
        answer.resume().on('end', () => req.socket.destroy());
        return;
      }
      res.writeHead(answer.statusCode!, answer.headers);
      answer.on('data', (piece: Buffer) => born < this.generation || res.write(piece));
      answer.on('end', () => born < this.generation || res.end());
      answer.on('error', () => res.destroy());
      res.flushHeaders();
    });
    onward.on('error', () => res.destroy());
    res.on('close', () => onward.destroy());
    req.pipe(onward);
  }

  private upgrade(req: IncomingMessage, socket: Socket, head: Buffer): void {
    this.upgradeCount++;
    if (this.upgrades === 'refuse') return void socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    if (this.upgrades === 'hangUp') return void socket.destroy();
    if (this.upgrades === 'hang') return;
    this.changeHost(req);
    const born = this.generation;
    this.openUpgrades++;
    socket.on('data', () => this.piecesUp++);
    socket.on('close', () => this.openUpgrades--);
    const onward = this.keep(connect(this.targetPort, '127.0.0.1'));
    const headers = Object.entries(req.headers).map(([name, value]) => `${name}: ${String(value)}`);
    onward.write(`${req.method} ${req.url} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`);
    onward.write(head);
    for (const [from, to] of [[socket, onward], [onward, socket]] as const) {
      from.on('data', (piece: Buffer) => born < this.generation || to.write(piece));
      from.on('close', () => to.destroy());
    }
  }

  private changeHost(req: IncomingMessage): void {
    if (!this.changesHost) return;
    req.headers['x-forwarded-host'] = req.headers.host;
    req.headers.host = `127.0.0.1:${this.targetPort}`;
  }

  private keep(socket: Socket): Socket {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => undefined); // a close follows
    return socket;
  }
}

/** A judge and a proxy before it for the tests of a describe, there from their beginning to their end. */
export function judgeBehindProxy(): { readonly server: JudgeServer; readonly proxy: Proxy } {
  const own = {} as { server: JudgeServer; proxy: Proxy };
  before(async () => {
    own.server = await JudgeServer.start();
    own.proxy = await Proxy.start(own.server.port);
  });
  after(async () => {
    await own.proxy?.dispose();
    await own.server?.dispose();
  });
  return own;
}
