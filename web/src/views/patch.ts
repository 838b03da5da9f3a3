/**
 * patch.ts - shows a scene in the page, changing only what differs from the one before.
 *
 * Shapes are matched by key, so an element lives as long as its thing does: focus and animations survive, and a step
 * that changes three boxes touches three boxes. What can be chosen is one Tab stop; arrow keys go from one to the next.
 */
import { legible, type Paint, ROOT_ATTRIBUTES, type Scene, type Shape } from './scene';

const SVG = 'http://www.w3.org/2000/svg';
const MOVE_MS = 220;
/** More than this many moving things are no help to the eye. */
const MOST_MOVES = 40;
const SIZE_STEP = 32;

interface Live {
    shape: Shape;
    element: SVGElement;
    children: Map<string, Live>;
}

export interface SceneEvents {
    choose(target: NonNullable<Shape['target']>): void;
}

const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

export class ScenePainter {
    readonly svg: SVGSVGElement;
    private readonly root: Live;
    private readonly targets = new WeakMap<Element, NonNullable<Shape['target']>>();
    private selected: number | undefined;
    /** The one thing in the Tab order. */
    private stop: Element | undefined;
    private current: Scene | undefined;
    private zoom = 1;
    private moves = 0;

    constructor(host: HTMLElement, private readonly events: SceneEvents) {
        this.svg = document.createElementNS(SVG, 'svg');
        for (const [name, value] of Object.entries(ROOT_ATTRIBUTES)) {
            if (name !== 'xmlns')
                this.svg.setAttribute(name, String(value));
        }
        this.svg.setAttribute('role', 'group');
        host.append(this.svg);
        this.root = { shape: { key: '', tag: 'g', attrs: {}, children: [] }, element: this.svg, children: new Map() };
        this.svg.addEventListener('click', (event) => {
            const found = this.targetOf(event.target as Element);
            if (found) {
                this.stopAt(found.element, false);
                this.events.choose(found.target);
            }
        });
        this.svg.addEventListener('keydown', (event) => this.key(event));
        // On the host: an SVG element that listens to focus becomes a Tab stop itself.
        host.addEventListener('focusin', (event) => {
            const found = this.targetOf(event.target as Element);
            if (found)
                this.stopAt(found.element, false);
        });
    }

    get scene(): Scene | undefined {
        return this.current;
    }

    show(scene: Scene, selected: number | undefined): void {
        this.current = scene;
        this.set('aria-label', scene.title);
        this.measure();
        this.moves = 0;
        this.update(this.root, { ...this.root.shape, children: scene.shapes });
        if (selected !== this.selected) {
            this.selected = selected;
            for (const element of this.svg.querySelectorAll('[aria-pressed]'))
                this.press(element, this.targets.get(element)!);
        }
        if (!this.stop?.isConnected || !this.targets.has(this.stop)) {
            this.stop = this.svg.querySelector('[data-target]') ?? undefined;
            this.stop?.setAttribute('tabindex', '0');
        }
    }

    scale(zoom: number): void {
        this.zoom = zoom;
        this.measure();
    }

    /** Sizes go in steps: a picture that grows by a row is not laid out anew as a whole. */
    private measure(): void {
        if (!this.current)
            return;
        const [width, height] = [this.current.width, this.current.height].map((size) => Math.ceil(size / SIZE_STEP) * SIZE_STEP) as [number, number];
        this.set('viewBox', `0 0 ${width} ${height}`);
        this.set('width', String(Math.round(width * this.zoom)));
        this.set('height', String(Math.round(height * this.zoom)));
    }

    private set(name: string, value: string): void {
        if (this.svg.getAttribute(name) !== value)
            this.svg.setAttribute(name, value);
    }

    clear(): void {
        this.update(this.root, { ...this.root.shape, children: [] });
        this.current = undefined;
    }

    /** Colours of the page at this moment, for a picture that leaves it. */
    resolve(token: Paint | string): string {
        return getComputedStyle(this.svg).getPropertyValue(`--${token}`).trim();
    }

    private children(live: Live, before: readonly Shape[], shapes: readonly Shape[]): void {
        const old = live.children;
        if (before.length === shapes.length && before.every(({ key, tag }, i) => key === shapes[i]!.key && tag === shapes[i]!.tag)) {
            shapes.forEach((shape, i) => shape !== before[i] && this.update(old.get(shape.key)!, shape));
            return;
        }
        const kept = new Map<string, Live>();
        // What goes, goes first: else all that stands behind it would be put in its place one by one.
        const wanted = new Map(shapes.map(({ key, tag }) => [key, tag]));
        for (const [key, child] of old) {
            if (wanted.get(key) !== child.shape.tag)
                child.element.remove();
        }
        let cursor: ChildNode | null = live.element.firstChild;
        for (const shape of shapes) {
            const known = old.get(shape.key);
            const same = known?.shape.tag === shape.tag ? known : undefined;
            const child = same ?? this.create(shape);
            if (child.element === cursor)
                cursor = cursor.nextSibling;
            else
                live.element.insertBefore(child.element, cursor);
            if (same)
                this.update(same, shape);
            kept.set(shape.key, child);
        }
        live.children = kept;
    }

    private create(shape: Shape): Live {
        const live: Live = { shape: { key: shape.key, tag: shape.tag, attrs: {} }, element: document.createElementNS(SVG, shape.tag), children: new Map() };
        this.update(live, shape);
        return live;
    }

    /** The very same shape is passed over, with all in it: nobody changes a shape. */
    private update(live: Live, shape: Shape): void {
        const { element, shape: old } = live;
        if (old === shape)
            return;
        if (old.attrs !== shape.attrs) {
            for (const name in shape.attrs) {
                if (old.attrs[name] !== shape.attrs[name])
                    element.setAttribute(name, String(shape.attrs[name]));
            }
            for (const name in old.attrs) {
                if (!(name in shape.attrs))
                    element.removeAttribute(name);
            }
        }
        if (shape.text !== old.text)
            element.textContent = legible(shape.text ?? '');
        if (shape.at && old.at && (shape.at.x !== old.at.x || shape.at.y !== old.at.y) && ++this.moves <= MOST_MOVES && !calm()) {
            element.animate([
                { transform: `translate(${old.at.x}px, ${old.at.y}px)` }, { transform: `translate(${shape.at.x}px, ${shape.at.y}px)` },
            ], { duration: MOVE_MS, easing: 'ease-out' });
        }
        this.target(live, shape);
        live.shape = shape;
        if (old.children !== shape.children)
            this.children(live, old.children ?? [], shape.children ?? []);
    }

    private target({ element, shape: { target: old } }: Live, { target }: Shape): void {
        if (!target) {
            if (old) {
                for (const name of ['data-target', 'role', 'tabindex', 'aria-label', 'aria-pressed'])
                    element.removeAttribute(name);
                this.targets.delete(element);
            }
            return;
        }
        if (!old) {
            element.setAttribute('data-target', '');
            element.setAttribute('role', 'button');
            element.setAttribute('tabindex', '-1');
        }
        if (old?.label !== target.label)
            element.setAttribute('aria-label', legible(target.label));
        if (old?.id !== target.id)
            this.press(element, target);
        this.targets.set(element, target);
    }

    private press(element: Element, { id }: NonNullable<Shape['target']>): void {
        if (id === undefined)
            element.removeAttribute('aria-pressed');
        else
            element.setAttribute('aria-pressed', String(id === this.selected));
    }

    private targetOf(from: Element): { element: Element; target: NonNullable<Shape['target']> } | undefined {
        const element = from.closest('[data-target]');
        const target = element && this.targets.get(element);
        return element && target ? { element, target } : undefined;
    }

    private stopAt(element: Element, focus: boolean): void {
        if (this.stop !== element) {
            if (this.stop && this.targets.has(this.stop))
                this.stop.setAttribute('tabindex', '-1');
            element.setAttribute('tabindex', '0');
            this.stop = element;
        }
        if (focus) {
            (element as SVGElement).focus();
            element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        }
    }

    private key(event: KeyboardEvent): void {
        const found = this.targetOf(event.target as Element);
        if (!found || event.ctrlKey || event.metaKey || event.altKey)
            return;
        if (event.key === 'Enter' || event.key === ' ') {
            event.preventDefault();
            this.events.choose(found.target);
            return;
        }
        const ways: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
        const way = ways[event.key];
        if (!way)
            return;
        const next = this.neighbour(found.element, way);
        event.preventDefault();
        if (next)
            this.stopAt(next, true);
    }

    /** The nearest thing that can be chosen in a direction. */
    private neighbour(from: Element, [dx, dy]: [number, number]): Element | undefined {
        const centre = (element: Element): [number, number] => {
            const { left, top, width, height } = element.getBoundingClientRect();
            return [left + width / 2, top + height / 2];
        };
        const [x, y] = centre(from);
        let best: Element | undefined;
        let least = Infinity;
        for (const element of this.svg.querySelectorAll('[data-target]')) {
            const [ex, ey] = centre(element);
            const along = (ex - x) * dx + (ey - y) * dy;
            const aside = Math.abs((ex - x) * dy) + Math.abs((ey - y) * dx);
            const far = along + 2 * aside;
            if (element !== from && along > 4 && far < least) {
                least = far;
                best = element;
            }
        }
        return best;
    }
}
