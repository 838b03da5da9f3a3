/** view.ts - what every view is: answers in, facts, a picture and tables out. No DOM, so all of it runs in Node. */
import type { Place } from './layout';
import type { Scene } from './scene';
import type { Table } from './table';
import type { Texts } from './texts';

export const VIEW_NAMES = ['objects', 'memory', 'collector', 'frames', 'classes'] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

/** What the reader has chosen: the same for all views. */
export interface Choices {
    selected?: number;
    /** Keys of what was opened or closed by hand: the opposite of how it is at first. */
    toggled: ReadonlySet<string>;
    /** Small values as objects of their own. */
    everyObject: boolean;
    /** The class that the class view shows, the attribute looked up, the step of the merge; by name of the choice. */
    picks: Readonly<Record<string, string>>;
    /** The room that there is, for pictures that can be as wide as they like. */
    width?: number;
}

export const NO_CHOICES: Choices = { toggled: new Set(), everyObject: false, picks: {} };

export type Layout = Map<string, Place>;

/** A choice of one among few, shown above the picture. */
export interface Pick {
    key: string;
    label: string;
    value: string;
    /** Without options: free text. */
    options?: { value: string; label: string }[];
    /** Options go in an order: buttons for the next and the one before. */
    steps?: boolean;
}

export interface View<Model = unknown> {
    name: ViewName;
    /** Another object chosen is another question. */
    asksForSelected?: boolean;
    /** Asks what it needs. `before`: the model of the moment before, to mark what has changed. */
    read(ask: Ask, choices: Choices, before: Model | undefined): Promise<Model>;
    /** One sentence on what has changed since `before`; empty if nothing is to be said. */
    news(model: Model, texts: Texts): string;
    /** Why there is nothing to see, if so. */
    empty(model: Model, texts: Texts): string | undefined;
    picks(model: Model, choices: Choices, texts: Texts): Pick[];
    draw(model: Model, choices: Choices, texts: Texts, layout: Layout): { scene: Scene; layout: Layout };
    tables(model: Model, choices: Choices, texts: Texts): Table[];
}

/** Puts a question (src/observe/observe.h) to the program; an answer with an `error` rejects. */
export type Ask = (question: string) => Promise<unknown>;
