import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { build } from 'esbuild';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { slowSum, quickSum } from './clients.js';
import { Proxy } from './proxy.js';
import { JudgeServer } from './server.js';
import { limit, until } from './until.js';

const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const html = '<!doctype html><link rel="icon" href="data:,"><div id="root"></div><script src="/page.js"></script>';

describe('the React hooks in Chromium', () => {
  let server: JudgeServer;
  let proxy: Proxy;
  let browser: Browser;
  let page: Page;
  let script: string;
  /** What the page complained of, apart from answers that a test asks for. */
  let complaints: string[];
  /** What the page said over WebSockets: "subscribe" and "unsubscribe" with the id. */
  let said: string[];

  before(async () => {
    if (!existsSync(chromium)) throw new Error(`${chromium} is missing: apt-get install chromium, or set CHROMIUM`);
    const bundle = await build({
      entryPoints: [fileURLToPath(new URL('../test/browser/page.tsx', import.meta.url))],
      bundle: true,
      write: false,
      format: 'iife',
      jsx: 'automatic',
      define: { 'process.env.NODE_ENV': '"development"' }, // StrictMode doubles effects in development only
      logOverride: { 'unsupported-directive': 'silent' },
    });
    script = bundle.outputFiles[0]!.text;
    server = await JudgeServer.start();
    browser = await launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
  });
  after(async () => {
    await browser?.close();
    await server?.dispose();
  });

  beforeEach(async () => {
    // The page and the API have one origin, as behind a site's own proxy: hence the cookie.
    proxy = await Proxy.start(server.port);
    proxy.intercept = (request, response) => {
      if (request.url === '/') response.writeHead(200, { 'Content-Type': 'text/html' }).end(html);
      else if (request.url === '/page.js') response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script);
      else return false;
      return true;
    };
    complaints = [];
    said = [];
    const context = await browser.createBrowserContext();
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource|WebSocket connection to/.test(message.text())) complaints.push(message.text());
    });
    const session = await page.createCDPSession();
    await session.send('Network.enable');
    session.on('Network.webSocketFrameSent', ({ response }) => {
      const { type, id } = JSON.parse(response.payloadData) as { type: string; id: string };
      said.push(`${type} ${id}`);
    });
    await page.goto(`${proxy.url}/`);
  });
  afterEach(async () => {
    await page?.browserContext().close();
    await proxy?.dispose();
  });

  const text = (selector: string) => page.$eval(selector, (element) => element.textContent);
  const shows = (selector: string, expected: RegExp) =>
    page.waitForFunction((s, source) => new RegExp(source).test(document.querySelector(s)?.textContent ?? ''), {}, selector, expected.source);
  const press = (selector: string) => page.$eval(selector, (element) => (element as HTMLElement).click());
  const signIn = async () => {
    await press('#sign-in');
    await shows('#who', /premium/);
  };
  const fill = async (selector: string, value: string) => {
    await page.focus(selector);
    await page.$eval(selector, (element) => (element as HTMLInputElement).select());
    await page.keyboard.press('Backspace');
    if (value !== '') await page.keyboard.sendCharacter(value);
  };
  const submit = async ({ source }: { source: string }) => {
    await fill('#source', source);
    await press('#submit');
    await shows('#submitted', /^[0-9a-f]{8}-/);
    return (await text('#submitted'))!;
  };

  test('Signed in, a submission is seen through to its verdict over one WebSocket, in StrictMode', limit, async () => {
    await signIn();
    assert.equal(await text('#socket'), 'closed null');
    const id = await submit(slowSum(0.05));
    await shows('#socket', /^open websocket$/);
    await shows('#live', /^judging null by websocket$/);
    await shows('#live', /^judged accepted by websocket\.$/);
    assert.equal(proxy.upgradeCount, 1);
    await until('the subscription to be over', 5_000, () => said.at(-1) === `unsubscribe ${id}`);
    await shows('#socket', /^closed null$/);
    await until('the WebSocket to be closed', 5_000, () => proxy.openUpgrades === 0);
    assert.deepEqual(complaints, []);
  });

  test('Another id is another subscription, and no id none', limit, async () => {
    await signIn();
    const first = await submit(slowSum(0.3));
    await shows('#live', /^judging null by websocket$/);
    const second = await submit(quickSum);
    await shows('#live', /judged accepted/);
    assert.equal(await page.$eval('#live', (element) => (element as HTMLElement).dataset['id']), second);
    assert.ok(said.includes(`unsubscribe ${first}`), said.join());

    await fill('#id', first);
    await shows('#live', /by websocket/);
    await fill('#id', '');
    assert.equal(await page.$('#live'), null);
    await until('the first to be unsubscribed from', 5_000, () => said.at(-1) === `unsubscribe ${first}`);
    await until('the WebSocket to be closed', 5_000, () => proxy.openUpgrades === 0);
    assert.deepEqual(complaints, []);
  });

  test('A server that is killed and started again in between does not show', limit, async () => {
    await signIn();
    await submit(slowSum(0.3));
    await shows('#live', /^judging null by websocket$/);
    await server.stop('SIGKILL');
    await shows('#socket', /^connecting null$/);
    await server.start();
    await page.waitForFunction(() => document.querySelector('#live')?.textContent === 'judged accepted by websocket.', { timeout: 40_000 });
    assert.deepEqual(complaints, []);
  });

  test('Where upgrades are refused the cookie goes with event streams', limit, async () => {
    proxy.upgrades = 'refuse';
    await signIn();
    await submit(slowSum(0.1));
    await shows('#socket', /^fallback sse$/);
    await shows('#live', /^judged accepted by sse\.$/);
    assert.deepEqual(complaints, []);
  });

  test("Behind a proxy that changes the Host, as Next.js' rewrites do, the session works all the same", limit, async () => {
    proxy.changesHost = true;
    await signIn();
    await submit(quickSum);
    await shows('#live', /^judged accepted by websocket\.$/);
    assert.deepEqual(complaints, []);
  });

  test('Without a session, and after its end, the error is 401', limit, async () => {
    await fill('#id', '00000000-0000-7000-8000-000000000000');
    await shows('#live', /error 401$/);
    await fill('#id', '');
    await signIn();
    await submit(slowSum(0.3));
    await shows('#live', /^judging null by websocket$/);
    await press('#sign-out');
    await shows('#live', /error 401$/);
    assert.deepEqual(complaints, []);
  });
});
