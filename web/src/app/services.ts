/** services.ts - the editor's questions, answered by the engine: the compiler, the assistant, and the program that ran last. */
import type { EditorServices, LiveName, NameInfo } from '../editor/services';
import type { EngineClient } from '../engine';

interface Node {
    id: number;
    type: string;
    typeId: number;
    text: string | null;
}

interface Edge {
    label: string | number | null;
    to: number;
}

function rows(answer: string): NameInfo[] {
    return answer === '' ? [] : answer.split('\x1e').map((row) => {
        const [name = '', kind = 'constant', signature = '', about = ''] = row.split('\t');
        return { name, kind: kind as NameInfo['kind'], signature, about };
    });
}

type Answers = Pick<EditorServices, 'compile' | 'members' | 'describe' | 'live' | 'liveMembers'>;

export function engineServices(engine: EngineClient): Answers {
    const kept = new Map<string, Promise<NameInfo[]>>();

    const find = async (name: string): Promise<Node | undefined> => {
        const seen = await engine.inspect('objects root=main depth=1 limit=400');
        if (seen.error)
            return undefined;
        const scopes = (seen.scopes ?? []) as Array<{ names: Edge[] }>;
        const edge = scopes.flatMap(({ names }) => names).find(({ label }) => label === name);
        return edge && ((seen.nodes ?? []) as Node[]).find(({ id }) => id === edge.to);
    };

    return {
        compile: (source) => engine.compile(source),
        async members(path, imports) {
            const question = `members\t${path}\t${imports}`;
            const answer = kept.get(question) ?? engine.assist(question).then(rows);
            kept.set(question, answer);
            answer.catch(() => kept.delete(question));
            return answer;
        },
        async describe(path, imports) {
            return rows(await engine.assist(`describe\t${path}\t${imports}`))[0];
        },
        async live(name): Promise<LiveName | undefined> {
            const node = await find(name);
            return node && { type: node.type, text: node.text };
        },
        async liveMembers(name) {
            const node = await find(name);
            if (!node)
                return [];
            const isClass = node.type === 'type';
            const answer = await engine.inspect(`class id=${isClass ? node.id : node.typeId}`);
            if (answer.error)
                return [];
            const classes = (answer.mro ?? []) as Array<{ attributes?: Array<{ name: string; kind?: string; type?: string }> }>;
            const found = new Map<string, NameInfo>();
            for (const { name: attribute, type = '' } of classes.flatMap(({ attributes = [] }) => attributes)) {
                const kind = /function|method|wrapper/.test(type) ? 'function' : 'variable';
                if (!found.has(attribute))
                    found.set(attribute, { name: attribute, kind, signature: '', about: '' });
            }
            return [...found.values()];
        },
    };
}
