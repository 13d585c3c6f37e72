import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from './until.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const dll = join(root, 'Judge.Api/bin/Release/net10.0/Judge.Api.dll');

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

/** A judge of its own, in a process of its own: API, workers and SQLite on a free port of loopback. */
export class JudgeServer {
  private process: ChildProcess | undefined;
  private output = '';

  private constructor(
    readonly port: number,
    private readonly data: string,
    private readonly settings: Record<string, string>,
  ) {}

  static async start(settings: Record<string, string> = {}): Promise<JudgeServer> {
    if (!existsSync(dll)) throw new Error(`${dll} is missing: run 'dotnet build Judge.Api -c Release'`);
    const server = new JudgeServer(await freePort(), await mkdtemp(join(tmpdir(), 'judge-client-')), settings);
    // Whatever ends this process, the server and its data do not outlive it.
    process.on('exit', () => {
      server.process?.kill('SIGKILL');
      rmSync(server.data, { recursive: true, force: true });
    });
    await server.start();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it, again on the same port and data, and waits until it is healthy. */
  async start(): Promise<void> {
    const child = spawn('dotnet', [dll], {
      cwd: this.data,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ASPNETCORE_URLS: this.url,
        ConnectionStrings__Bus: '',
        Judge__DataPath: this.data,
        Judge__DemoAccounts: 'true',
        Judge__Limits__Premium__SubmissionsPerMinute: '0',
        Judge__Limits__Premium__InFlight: '0',
        Judge__Limits__Free__SubmissionsPerMinute: '0',
        Judge__Limits__Free__InFlight: '0',
        Worker__PreparedPath: process.env['Worker__PreparedPath'] ?? join(root, 'data/prepared'),
        ...this.settings,
      },
    });
    this.process = child;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (this.output = (this.output + piece).slice(-20_000)));
    await until(`the server on ${this.url} to be healthy`, 60_000, async () => {
      if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${this.output}`);
      return (await fetch(`${this.url}/health`).catch(() => undefined))?.status === 200;
    });
  }

  /** Sends the signal and waits for the end of the process. */
  async stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = this.process;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }

  /** Ends it and removes its data. */
  async dispose(): Promise<void> {
    await this.stop('SIGKILL');
    await rm(this.data, { recursive: true, force: true });
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
