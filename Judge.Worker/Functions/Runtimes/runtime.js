'use strict';
// What is the same in the driver of every problem: cases come from descriptor 3, answers go to descriptor 4, one line of JSON a value. All that
// it needs of the library is taken here, before the user's code is loaded, which may then put what it likes in its place: so after that no
// method of an array is called, and none is spread or taken apart.
function serve(signature) {
    const { readSync, writeSync, readFileSync } = require('fs');
    const { dirname } = require('path');
    const { inspect } = require('util');
    const Module = require('module');
    const { parse, stringify } = JSON;
    const { isArray } = Array;
    const { isFinite, isSafeInteger } = Number;
    const { apply, construct } = Reflect;
    const { allocUnsafeSlow, from } = Buffer;
    const call = Function.prototype.call;
    const decode = call.bind(Buffer.prototype.utf8Slice);
    const indexOf = call.bind(Buffer.prototype.indexOf);
    const copy = call.bind(Buffer.prototype.copy);
    const replace = call.bind(String.prototype.replace);
    const cut = call.bind(String.prototype.slice);
    const exit = process.reallyExit.bind(process);
    const { stdout, stderr } = process;
    const waiting = call.bind(Object.getOwnPropertyDescriptor(require('stream').Writable.prototype, 'writableLength').get);
    const { setImmediate } = globalThis;
    const FirstPromise = Promise;

    /** A tree of more is taken for one with a cycle. */
    const MOST_NODES = 1_000_000;

    function ListNode(val, next) {
        this.val = val === undefined ? 0 : val;
        this.next = next === undefined ? null : next;
    }

    function TreeNode(val, left, right) {
        this.val = val === undefined ? 0 : val;
        this.left = left === undefined ? null : left;
        this.right = right === undefined ? null : right;
    }

    /** The answer is none, and why. */
    class Refusal {
        constructor(why) { this.why = why; }
    }

    // Reading.
    const chunk = allocUnsafeSlow(1 << 16);
    let long = allocUnsafeSlow(1 << 16), at = 0, end = 0;

    /** The next line without its end; undefined: there is none. */
    function line() {
        let length = 0;
        for (;;) {
            if (at === end) {
                at = 0;
                end = readSync(3, chunk, 0, chunk.length, null);
                if (end === 0) return undefined;
            }

            const found = indexOf(chunk, 10, at);
            const complete = found >= 0 && found < end;
            const stop = complete ? found : end;
            const begin = at;
            at = complete ? stop + 1 : stop;
            if (complete && length === 0) return decode(chunk, begin, stop);
            if (length + stop - begin > long.length) {
                const larger = allocUnsafeSlow(long.length * 2);
                copy(long, larger, 0, 0, length);
                long = larger;
            }

            copy(chunk, long, length, begin, stop);
            length += stop - begin;
            if (complete) return decode(long, 0, length);
        }
    }

    function toList(values) {
        let list = null;
        for (let i = (values ?? []).length - 1; i >= 0; i--) list = new ListNode(values[i], list);
        return list;
    }

    function toTree(values) {
        if ((values ?? []).length === 0 || values[0] === null) return null;
        const root = new TreeNode(values[0]);
        const parents = [root];
        for (let i = 1, first = 0; i < values.length; i++) {
            const child = values[i] === null ? null : new TreeNode(values[i]);
            if (child !== null) parents[parents.length] = child;
            if (i % 2 === 1) parents[first].left = child;
            else parents[first++].right = child;
        }

        return root;
    }

    /** A value as the user gets it. */
    function given(value, kind, depth) {
        if (kind !== 'ListNode' && kind !== 'TreeNode') return value;
        if (depth === 0) return kind === 'ListNode' ? toList(value) : toTree(value);
        for (let i = 0; i < value.length; i++) value[i] = given(value[i], kind, depth - 1);
        return value;
    }

    // Writing. A type that is not kept is told by throwing undefined: only the caller knows what is the whole answer.

    function ofList(list) {
        let text = '[', slow = list, steps = 0;
        for (let node = list ?? null; node !== null; node = node.next ?? null) {
            text += (node === list ? '' : ',') + jsonOf(node.val, 'integer', 0);
            if (++steps % 2 === 0) slow = slow.next;
            if (slow === node.next) throw new Refusal('a list with a cycle');
        }

        return text + ']';
    }

    function ofTree(root) {
        if ((root ?? null) === null) return '[]';
        const parents = [root];
        let text = '[' + jsonOf(root.val, 'integer', 0), missing = 0;
        const add = (child) => {
            if ((child ?? null) === null) {
                missing++;
                return;
            }

            if (parents.length === MOST_NODES) throw new Refusal('a tree with a cycle');
            for (; missing > 0; missing--) text += ',null';
            text += ',' + jsonOf(child.val, 'integer', 0);
            parents[parents.length] = child;
        };
        for (let i = 0; i < parents.length; i++) {
            add(parents[i].left);
            add(parents[i].right);
        }

        return text + ']';
    }

    function ofString(text) {
        const json = stringify(text);
        // Half a pair of surrogates has no UTF-8.
        return indexOf(from(json), '\\ud') < 0 ? json : stringify(decode(from(text)));
    }

    function fits(value, kind) {
        switch (kind) {
            case 'integer': return typeof value === 'number' && (value | 0) === value;
            case 'long': return isSafeInteger(value);
            case 'double': return typeof value === 'number' && isFinite(value);
            case 'boolean': return value === true || value === false;
            case 'string': return typeof value === 'string';
            case 'character': return typeof value === 'string' && (value.length === 1 || value.length === 2 && value >= '\ud800' && value < '\udc00');
            default: return (value ?? null) === null || typeof value === 'object';
        }
    }

    /** A value as JSON; of an array, the first elements. */
    function jsonOf(value, kind, depth, count) {
        if (depth > 0) {
            if (!isArray(value)) throw undefined;
            const length = count ?? value.length;
            let text = '[';
            for (let i = 0; i < length; i++) text += (i === 0 ? '' : ',') + jsonOf(value[i], kind, depth - 1);
            return text + ']';
        }

        if (!fits(value, kind)) throw undefined;
        switch (kind) {
            case 'string':
            case 'character': return ofString(value);
            case 'ListNode': return ofList(value);
            case 'TreeNode': return ofTree(value);
            default: return '' + value;
        }
    }

    function shown(value) {
        const text = typeof value === 'string' ? stringify(value) : inspect(value, { breakLength: Infinity, maxArrayLength: 10, maxStringLength: 80, depth: 3 });
        return cut(replace(text, /\s+/g, ' '), 0, 100);
    }

    function send(text) {
        const bytes = from(text + '\n');
        for (let sent = 0; sent < bytes.length;) sent += writeSync(4, bytes, sent);
    }

    /** What the user wrote, run under its own name and with its own lines; what it leaves is asked of it behind them. */
    function load() {
        const file = dirname(__filename) + '/main.js';
        const module = new Module(file, null);
        module.filename = file;
        module.paths = Module._nodeModulePaths(dirname(file));
        if (signature.hasNodes) Object.assign(globalThis, { ListNode, TreeNode });
        const name = signature.name;
        module._compile(`${readFileSync(file, 'utf8')}\n;module.exports = { own: typeof ${name} === 'undefined' ? module.exports.${name} : ${name} };`, file);
        const found = module.exports.own;
        if (typeof found === 'function') return found;
        writeSync(2, `${signature.file} defines no ${signature.isClass ? 'class' : 'function'} ${name}\n`);
        exit(1);
    }

    /** The answer to a call, as a line. */
    function answer(called, values, returned) {
        const index = signature.output ?? -1;
        const inPlace = index >= 0;
        const { kind, depth, type } = inPlace ? called.params[index] : called.returns;
        if (kind === 'void') return 'null';
        const value = inPlace ? values[index] : returned;
        try {
            if (!signature.sized) return jsonOf(value, kind, depth);
            if (!fits(returned, 'integer') || returned < 0 || returned > value.length) throw new Refusal(`${called.name} returned ${shown(returned)} of ${value.length} elements`);
            return jsonOf(value, kind, depth, returned);
        } catch (thrown) {
            if (thrown instanceof Refusal) return '!' + thrown.why;
            if (thrown !== undefined) throw thrown;
            return `!${inPlace ? `${called.names[index]} must be` : `${called.name} must return`} ${type}, got ${shown(value)}`;
        }
    }

    async function main() {
        const user = load();
        let object;
        send('ready');
        for (;;) {
            const first = line();
            if (first === undefined) exit(0);
            const called = signature.isClass ? signature.functions[first] : signature.functions[signature.name];
            const values = [];
            for (let i = 0; i < called.params.length; i++) values[i] = given(parse(i === 0 && !signature.isClass ? first : line()), called.params[i].kind, called.params[i].depth);
            let returned;
            if (!signature.isClass) returned = apply(user, undefined, values);
            else if (first === signature.name) object = construct(user, values);
            else if (typeof object[first] === 'function') returned = apply(object[first], object, values);
            else {
                writeSync(2, `${signature.name} has no method ${first}\n`);
                exit(1);
            }

            if (typeof returned?.then === 'function') returned = await returned;
            const text = answer(called, values, returned);
            while (waiting(stdout) > 0 || waiting(stderr) > 0) await new FirstPromise(setImmediate);
            send(text);
        }
    }

    main();
}
