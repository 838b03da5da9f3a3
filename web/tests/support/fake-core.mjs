// fake-core.mjs - an engine whose "programs" are lists of steps, behind the interface of src/engine/core.ts.
//
//     ['out', text] ['err', text] ['spin'] ['flood', text] ['input'] ['sleep', ms] ['exit', code] ['raise'] ['trap']
//     ['ask', path] ['bytes', numbers]
const Status = { done: 0, raised: 1, budget: 2, wait: 3, host: 4 };

export function fakeFactory() {
    return { instantiate: async (host) => new FakeCore(host) };
}

class FakeCore {
    version = '3.12 (fake)';
    log = [];
    lines = '';
    eof = false;
    at = 0;
    executed = 0;
    code = 0;
    interrupted = false;

    constructor(host) {
        this.host = host;
    }

    create(args, limits) {
        this.log.push(['create', args, limits]);
    }

    start(mode, filename, source) {
        this.steps = JSON.parse(source);
    }

    print(fd, text) {
        this.host.write(fd, new TextEncoder().encode(text));
    }

    run(budget) {
        for (let left = budget; this.at < this.steps.length; left--) {
            if (left <= 0)
                return Status.budget;
            this.executed++;
            if (this.interrupted) {
                this.print(2, 'KeyboardInterrupt\n');
                this.code = 1;
                return Status.raised;
            }
            const [name, value] = this.steps[this.at];
            switch (name) {
            case 'out':
                this.print(1, value);
                break;
            case 'err':
                this.print(2, value);
                break;
            case 'bytes':
                this.host.write(1, new Uint8Array(value));
                break;
            case 'spin':
                continue;
            case 'flood':
                this.print(1, value);
                continue;
            case 'input': {
                const end = this.lines.indexOf('\n');
                if (end < 0 && !this.eof) {
                    this.until = -1;
                    return Status.wait;
                }
                this.print(1, `got ${end < 0 ? 'EOF' : this.lines.slice(0, end)}\n`);
                this.lines = this.lines.slice(end + 1);
                break;
            }
            case 'sleep':
                this.until ??= performance.now() + value;
                if (performance.now() < this.until)
                    return Status.wait;
                this.until = undefined;
                break;
            case 'ask':
                if (!this.answered)
                    return Status.host;
                this.print(1, `error ${this.answered.error} bytes ${this.answered.bytes?.length ?? 0}\n`);
                break;
            case 'exit':
                this.code = value;
                return Status.done;
            case 'raise':
                this.code = 1;
                return Status.raised;
            case 'trap':
                throw new Error('unreachable');
            }
            this.at++;
        }
        return Status.done;
    }

    waitMs() {
        return this.until < 0 ? -1 : Math.max(0, this.until - performance.now());
    }

    waitsForInput() {
        return this.steps[this.at]?.[0] === 'input';
    }

    giveInput(text, eof) {
        this.lines += text;
        this.eof ||= eof;
    }

    interrupt() {
        this.interrupted = true;
    }

    request() {
        return { kind: 'read-file', number: 1, path: this.steps[this.at][1], data: new Uint8Array() };
    }

    answer(answer) {
        this.answered = answer;
    }

    exitCode() {
        return this.code;
    }

    instructions() {
        return this.executed;
    }

    memoryPeak() {
        return 1;
    }

    step() {}
    breakAt() {}
    pauseAtEnd() {}

    check() {
        return { error: null, warnings: [], lines: [1] };
    }

    inspect(question) {
        return { version: 1, view: question, moment: this.executed };
    }

    destroy() {}
}
