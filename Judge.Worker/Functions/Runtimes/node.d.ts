// The part of Node.js that programs of a judge use: what comes with it is not packaged everywhere.
interface Console { log(...data: any[]): void; error(...data: any[]): void; warn(...data: any[]): void; info(...data: any[]): void; debug(...data: any[]): void;
    table(data: any): void; assert(condition?: boolean, ...data: any[]): void; time(label?: string): void; timeEnd(label?: string): void; trace(...data: any[]): void;
    dir(item: any, options?: any): void; group(...data: any[]): void; groupEnd(): void; count(label?: string): void; }
declare var console: Console;

declare class Buffer extends Uint8Array {
    static from(data: any, encodingOrOffset?: any, length?: number): Buffer;
    static alloc(size: number, fill?: any, encoding?: string): Buffer;
    static allocUnsafe(size: number): Buffer;
    static concat(list: readonly Uint8Array[], totalLength?: number): Buffer;
    static byteLength(text: any, encoding?: string): number;
    static isBuffer(value: any): value is Buffer;
    toString(encoding?: string, start?: number, end?: number): string;
    equals(other: Uint8Array): boolean;
    write(text: string, offset?: any, length?: any, encoding?: string): number;
    [method: string]: any;
}

declare namespace NodeJS {
    interface ReadStream extends AsyncIterable<any> { fd: number; isTTY: boolean; setEncoding(encoding: string): this; on(event: string, listener: (...values: any[]) => void): this;
        once(event: string, listener: (...values: any[]) => void): this; read(size?: number): any; pipe<T>(to: T): T; resume(): this; pause(): this; [member: string]: any; }
    interface WriteStream { fd: number; isTTY: boolean; write(data: string | Uint8Array, ...rest: any[]): boolean; end(...rest: any[]): this;
        on(event: string, listener: (...values: any[]) => void): this; once(event: string, listener: (...values: any[]) => void): this; [member: string]: any; }
    interface Timeout { ref(): this; unref(): this; hasRef(): boolean; [Symbol.toPrimitive](): number; }
    interface Process { stdin: ReadStream; stdout: WriteStream; stderr: WriteStream; argv: string[]; env: Record<string, string | undefined>; exitCode?: number; pid: number; platform: string;
        version: string; versions: Record<string, string>; exit(code?: number): never; cwd(): string; uptime(): number; memoryUsage(): any; nextTick(callback: (...values: any[]) => void, ...values: any[]): void;
        hrtime: { (since?: [number, number]): [number, number]; bigint(): bigint }; on(event: string, listener: (...values: any[]) => void): this; [member: string]: any; }
}

declare var process: NodeJS.Process;
declare var global: any;
declare var module: { exports: any; [member: string]: any };
declare var exports: any;
declare var require: { (id: string): any; main: any; resolve(id: string): string; cache: any };
declare var __filename: string;
declare var __dirname: string;
declare var performance: { now(): number; timeOrigin: number; [member: string]: any };
declare function setTimeout(callback: (...values: any[]) => void, milliseconds?: number, ...values: any[]): NodeJS.Timeout;
declare function setInterval(callback: (...values: any[]) => void, milliseconds?: number, ...values: any[]): NodeJS.Timeout;
declare function setImmediate(callback: (...values: any[]) => void, ...values: any[]): any;
declare function clearTimeout(timer?: any): void;
declare function clearInterval(timer?: any): void;
declare function clearImmediate(timer?: any): void;
declare function queueMicrotask(callback: () => void): void;
declare function structuredClone<T>(value: T, options?: any): T;
declare class TextEncoder { encode(text?: string): Uint8Array; }
declare class TextDecoder { constructor(label?: string, options?: any); decode(data?: any, options?: any): string; }

declare module 'fs' {
    type Encoding = 'utf8' | 'utf-8' | 'ascii' | 'latin1' | 'binary' | 'base64' | 'hex' | 'ucs2' | 'utf16le';
    export function readFileSync(path: string | number | Uint8Array, options?: null | { encoding?: null; flag?: string }): Buffer;
    export function readFileSync(path: string | number | Uint8Array, options: Encoding | { encoding: Encoding; flag?: string }): string;
    export function writeFileSync(path: string | number, data: string | Uint8Array, options?: any): void;
    export function appendFileSync(path: string | number, data: string | Uint8Array, options?: any): void;
    export function readSync(fd: number, buffer: Uint8Array, ...rest: any[]): number;
    export function writeSync(fd: number, data: string | Uint8Array, ...rest: any[]): number;
    export function existsSync(path: string): boolean;
    export function openSync(path: string, flags?: any, mode?: any): number;
    export function closeSync(fd: number): void;
    export function fstatSync(fd: number): any;
    export function createReadStream(path: string | null, options?: any): NodeJS.ReadStream;
    export function createWriteStream(path: string | null, options?: any): NodeJS.WriteStream;
    export function readFile(path: string | number, ...rest: any[]): void;
    export const promises: any;
    export const constants: any;
}

declare module 'readline' {
    export interface Interface extends AsyncIterable<string> {
        on(event: 'line', listener: (line: string) => void): this;
        on(event: string, listener: (...values: any[]) => void): this;
        once(event: 'line', listener: (line: string) => void): this;
        once(event: string, listener: (...values: any[]) => void): this;
        question(query: string, callback: (answer: string) => void): void;
        close(): void;
        [member: string]: any;
    }
    export type ReadLine = Interface;
    export function createInterface(input: any, output?: any, ...rest: any[]): Interface;
}

declare module 'node:fs' { export * from 'fs'; }
declare module 'node:readline' { export * from 'readline'; }
declare module 'events' { export class EventEmitter { on(event: string | symbol, listener: (...values: any[]) => void): this; emit(event: string | symbol, ...values: any[]): boolean; [member: string]: any; } export default EventEmitter; }
declare module 'assert';
declare module 'buffer';
declare module 'child_process';
declare module 'crypto';
declare module 'os';
declare module 'path';
declare module 'perf_hooks';
declare module 'process';
declare module 'stream';
declare module 'string_decoder';
declare module 'timers';
declare module 'timers/promises';
declare module 'fs/promises';
declare module 'readline/promises';
declare module 'url';
declare module 'util';
declare module 'vm';
declare module 'worker_threads';
declare module 'zlib';
declare module 'node:*';
