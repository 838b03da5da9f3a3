/** figure.ts - a figure in the console: the picture of a program's message, its tables, and the picture as a file. */
import '../styles/figure.css';
import '../styles/views.css';
import { drawGraph, graphTables, readGraph } from './graph';
import { ScenePainter } from './patch';
import { sceneToSvg } from './scene';
import { showTables } from './table';
import { viewTexts } from './texts';

export interface Figure {
    place: HTMLElement;
    /** In another language. */
    relabel(language: string): void;
}

/** Draws `KIND;JSON` into its place; undefined if it is not a message that can be drawn. */
export function drawFigure(place: HTMLElement, message: string, language: string): Figure | undefined {
    const [, kind, json] = /^([a-z]+);(.*)$/s.exec(message) ?? [];
    const graph = kind === 'objgraph' && json !== undefined ? readGraph(json) : undefined;
    if (!graph)
        return undefined;
    const figure = document.createElement('figure');
    const caption = document.createElement('figcaption');
    const tools = document.createElement('div');
    const canvas = document.createElement('div');
    const tables = document.createElement('div');
    figure.className = 'figure';
    figure.dataset.testid = 'figure';
    tools.className = 'figure-tools';
    canvas.className = 'figure-canvas';
    tables.className = 'figure-tables';
    for (const part of [canvas, tables]) {
        part.tabIndex = 0;
        part.setAttribute('role', 'group');
    }
    const button = (tool: string, act: () => void): HTMLButtonElement => {
        const made = document.createElement('button');
        made.type = 'button';
        made.className = 'quiet';
        made.dataset.tool = tool;
        made.addEventListener('click', act);
        return made;
    };
    const painter = new ScenePainter(canvas, { choose: () => {} });
    painter.svg.setAttribute('role', 'img');
    const show = (asTable: boolean): void => {
        canvas.hidden = asTable;
        tables.hidden = !asTable;
        toggle.setAttribute('aria-pressed', String(asTable));
    };
    const toggle = button('table', () => show(tables.hidden));
    const save = button('export', () => {
        const link = document.createElement('a');
        const svg = sceneToSvg(painter.scene!, (token) => painter.resolve(token));
        link.href = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
        link.download = `${kind}.svg`;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    });
    const relabel = (now: string): void => {
        const texts = viewTexts(now);
        const scene = drawGraph(graph, texts);
        painter.show(scene, undefined);
        showTables(tables, graphTables(graph, texts), undefined, () => {});
        caption.textContent = [scene.title, graph.cut > 0 ? texts.graphCut(graph.cut) : ''].filter(Boolean).join('. ');
        canvas.setAttribute('aria-label', texts.picture);
        tables.setAttribute('aria-label', texts.table);
        toggle.textContent = texts.table;
        save.textContent = texts.exportSvg;
    };
    relabel(language);
    show(false);
    tools.append(toggle, save);
    figure.append(caption, tools, canvas, tables);
    place.replaceChildren(figure);
    return { place, relabel };
}
