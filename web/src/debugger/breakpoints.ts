/**
 * breakpoints.ts - the breakpoints of the program in the editor: a gutter to click, F9 at the cursor's line. They move with
 * the text; each remembers its condition.
 */
import { type EditorState, type Extension, RangeSet, StateEffect, StateField } from '@codemirror/state';
import { EditorView, gutter, GutterMarker, keymap } from '@codemirror/view';
import type { Breakpoint } from '../engine/core';

class Mark extends GutterMarker {
    constructor(readonly condition: string) {
        super();
    }

    override eq(other: Mark): boolean {
        return other.condition === this.condition;
    }

    override toDOM(): Node {
        const dot = document.createElement('span');
        dot.className = this.condition ? 'cm-break is-conditional' : 'cm-break';
        dot.title = this.condition;
        return dot;
    }
}

/** What a line may be given; undefined takes its breakpoint away. */
const setMark = StateEffect.define<{ at: number; mark: Mark | undefined }>({
    map: ({ at, mark }, changes) => ({ at: changes.mapPos(at), mark }),
});

export interface BreakpointOptions {
    /** Breakpoints of the program that is in the editor now. */
    load(): readonly Breakpoint[];
    changed(points: Breakpoint[]): void;
    toggle(line: number): void;
}

let field: StateField<RangeSet<Mark>> | undefined;

export function breakpointsOf(state: EditorState): Breakpoint[] {
    const points: Breakpoint[] = [];
    const marks = field && state.field(field, false);
    for (const cursor = marks?.iter(); cursor?.value; cursor.next()) {
        const { condition } = cursor.value;
        points.push({ line: state.doc.lineAt(cursor.from).number, ...(condition ? { condition } : {}) });
    }
    return points;
}

/** Sets, changes or (condition undefined) removes the breakpoint of a line. */
export function setBreakpoint(view: EditorView, line: number, condition: string | undefined): void {
    const at = view.state.doc.line(Math.min(line, view.state.doc.lines)).from;
    view.dispatch({ effects: setMark.of({ at, mark: condition === undefined ? undefined : new Mark(condition) }) });
}

export function breakpoints(options: BreakpointOptions): Extension {
    field = StateField.define<RangeSet<Mark>>({
        create: (state) => RangeSet.of(options.load().filter(({ line }) => line <= state.doc.lines)
            .map(({ line, condition }) => new Mark(condition ?? '').range(state.doc.line(line).from)), true),
        update(marks, transaction) {
            let now = marks;
            if (transaction.docChanged) {
                // A mark stands at the beginning of its line, and only one of a line's stays.
                const lines = new Map<number, Mark>();
                const moved = marks.map(transaction.changes);
                for (const cursor = moved.iter(); cursor.value; cursor.next())
                    lines.set(transaction.newDoc.lineAt(cursor.from).from, cursor.value);
                now = RangeSet.of([...lines].map(([from, mark]) => mark.range(from)), true);
            }
            for (const effect of transaction.effects) {
                if (!effect.is(setMark))
                    continue;
                const { at, mark } = effect.value;
                now = now.update({ filter: (from) => from !== at, add: mark ? [mark.range(at)] : [] });
            }
            return now;
        },
    });
    const marks = field;
    return [
        marks,
        gutter({
            class: 'cm-breaks',
            markers: (view) => view.state.field(marks),
            domEventHandlers: {
                mousedown(view, line) {
                    options.toggle(view.state.doc.lineAt(line.from).number);
                    return true;
                },
            },
        }),
        keymap.of([{
            key: 'F9', preventDefault: true,
            run(view) {
                options.toggle(view.state.doc.lineAt(view.state.selection.main.head).number);
                return true;
            },
        }]),
        EditorView.updateListener.of((update) => {
            if (update.state.field(marks) !== update.startState.field(marks, false))
                options.changed(breakpointsOf(update.state));
        }),
    ];
}
