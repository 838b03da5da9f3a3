/**
 * progress.ts - what the learner has done: lessons seen and done, exercises with their attempts. Kept in IndexedDB; where that
 * is forbidden, for as long as the page lives. Can be taken along as a JSON file.
 */
export interface LessonProgress {
    seen: string;
    done?: string;
    /** Questions and exercises by id. */
    items: Record<string, { attempts: number; solved: boolean; hints?: number }>;
}

export type Progress = Record<string, LessonProgress>;

const DATABASE = 'vivarium';
const STORE = 'progress';
const FORMAT = 'vivarium-progress-1';

const memory = new Map<string, LessonProgress>();
let opened: Promise<IDBDatabase | undefined> | undefined;
/** False once the browser has refused to keep something. */
export let kept = true;

function database(): Promise<IDBDatabase | undefined> {
    opened ??= new Promise<IDBDatabase | undefined>((resolve) => {
        const refused = (): void => {
            kept = false;
            resolve(undefined);
        };
        try {
            const request = indexedDB.open(DATABASE, 1);
            request.onupgradeneeded = () => request.result.createObjectStore(STORE);
            request.onsuccess = () => resolve(request.result);
            request.onerror = refused;
            request.onblocked = refused;
        } catch {
            refused();
        }
    });
    return opened;
}

function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
    return database().then((db) => new Promise((resolve) => {
        if (!db)
            return resolve(undefined);
        const refused = (): void => {
            kept = false;
            resolve(undefined);
        };
        try {
            const transaction = db.transaction(STORE, mode);
            const request = work(transaction.objectStore(STORE));
            transaction.oncomplete = () => resolve(request.result);
            transaction.onabort = refused;
            transaction.onerror = refused;
        } catch {
            refused();
        }
    }));
}

let loaded: Promise<void> | undefined;

function loadAll(): Promise<void> {
    loaded ??= (async () => {
        const keys = await inStore('readonly', (store) => store.getAllKeys()) ?? [];
        const values = await inStore('readonly', (store) => store.getAll() as IDBRequest<LessonProgress[]>) ?? [];
        for (const [i, key] of keys.entries()) {
            if (values[i] && !memory.has(String(key)))
                memory.set(String(key), values[i]!);
        }
    })();
    return loaded;
}

export async function readProgress(): Promise<Progress> {
    await loadAll();
    return Object.fromEntries(memory);
}

/** Changes a lesson's record. */
export async function updateProgress(lesson: string, change: (record: LessonProgress) => void): Promise<void> {
    await loadAll();
    const record = structuredClone(memory.get(lesson) ?? { seen: new Date().toISOString(), items: {} });
    change(record);
    memory.set(lesson, record);
    await inStore('readwrite', (store) => store.put(record, lesson));
}

export async function exportProgress(): Promise<string> {
    return JSON.stringify({ format: FORMAT, lessons: await readProgress() }, null, 2);
}

function isRecord(value: unknown): value is LessonProgress {
    const record = value as LessonProgress | null;
    return typeof record === 'object' && record !== null && typeof record.seen === 'string'
        && (record.done === undefined || typeof record.done === 'string')
        && typeof record.items === 'object' && record.items !== null
        && Object.values(record.items).every((item) => typeof item?.attempts === 'number' && typeof item.solved === 'boolean');
}

/** Adds what a file made by `exportProgress` holds; what was done here stays done. Throws when it is not such a file. */
export async function importProgress(text: string): Promise<number> {
    const data = JSON.parse(text) as { format?: unknown; lessons?: Record<string, unknown> };
    if (data?.format !== FORMAT || typeof data.lessons !== 'object' || data.lessons === null)
        throw new Error('not a file of progress');
    const records = Object.entries(data.lessons);
    if (!records.every(([, record]) => isRecord(record)))
        throw new Error('the file of progress is damaged');
    for (const [lesson, record] of records as Array<[string, LessonProgress]>) {
        await updateProgress(lesson, (mine) => {
            mine.done ??= record.done;
            for (const [id, item] of Object.entries(record.items)) {
                const own = mine.items[id];
                mine.items[id] = own
                    ? { attempts: Math.max(own.attempts, item.attempts), solved: own.solved || item.solved, hints: Math.max(own.hints ?? 0, item.hints ?? 0) }
                    : item;
            }
        });
    }
    return records.length;
}
