/** table.ts - the twin of a picture: the same facts in tables, as data, as HTML text, and in the page. */
import { escapeText } from './scene';

export interface Cell {
    text: string;
    /** The object that it stands for: can be chosen. */
    id?: number;
    numeric?: boolean;
}

export interface Row {
    key: string;
    cells: (string | number | Cell)[];
    /** Depth in a tree. */
    depth?: number;
    marked?: boolean;
}

export interface Table {
    key: string;
    caption: string;
    columns: string[];
    rows: Row[];
    /** Said in place of rows. */
    empty?: string;
}

export const cellOf = (cell: string | number | Cell): Cell =>
    typeof cell === 'object' ? cell : { text: String(cell), numeric: typeof cell === 'number' };

/** The tables as HTML for a page that is built, not run. */
export function tablesToHtml(tables: Table[]): string {
    return tables.map(({ caption, columns, rows, empty }) => {
        const head = columns.map((column) => `<th scope="col">${escapeText(column)}</th>`).join('');
        const body = rows.map(({ cells, depth }) => `<tr>${cells.map(cellOf).map(({ text, numeric }, i) => {
            const inside = `${'\u2003'.repeat(i === 0 ? depth ?? 0 : 0)}${escapeText(text)}`;
            return i === 0 ? `<th scope="row">${inside}</th>` : `<td${numeric ? ' class="number"' : ''}>${inside}</td>`;
        }).join('')}</tr>`).join('');
        const none = rows.length === 0 && empty ? `<tr><td colspan="${columns.length}">${escapeText(empty)}</td></tr>` : '';
        return `<table class="twin"><caption>${escapeText(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}${none}</tbody></table>`;
    }).join('');
}

/** Shows tables in the page. What can be chosen is a button. */
export function showTables(host: HTMLElement, tables: Table[], selected: number | undefined, choose: (id: number) => void): void {
    const focused = host.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset.cell : undefined;
    host.replaceChildren(...tables.map(({ key, caption, columns, rows, empty }) => {
        const table = document.createElement('table');
        table.className = 'twin';
        table.createCaption().textContent = caption;
        const head = table.createTHead().insertRow();
        for (const column of columns) {
            const cell = document.createElement('th');
            cell.scope = 'col';
            cell.textContent = column;
            head.append(cell);
        }
        const body = table.createTBody();
        for (const row of rows) {
            const line = body.insertRow();
            line.classList.toggle('marked', row.marked ?? false);
            row.cells.map(cellOf).forEach(({ text, id, numeric }, i) => {
                const cell = document.createElement(i === 0 ? 'th' : 'td');
                if (i === 0) {
                    (cell as HTMLTableCellElement).scope = 'row';
                    cell.dataset.depth = String(Math.min(row.depth ?? 0, 8));
                }
                cell.classList.toggle('number', numeric ?? false);
                if (id === undefined) {
                    cell.textContent = text;
                } else {
                    const button = document.createElement('button');
                    button.type = 'button';
                    button.className = 'link';
                    button.textContent = text;
                    button.dataset.cell = `${key}/${row.key}/${i}`;
                    button.setAttribute('aria-pressed', String(id === selected));
                    button.addEventListener('click', () => choose(id));
                    cell.append(button);
                }
                line.append(cell);
            });
        }
        if (rows.length === 0 && empty) {
            const cell = body.insertRow().insertCell();
            cell.colSpan = columns.length;
            cell.textContent = empty;
        }
        return table;
    }));
    if (focused)
        host.querySelector<HTMLElement>(`[data-cell="${CSS.escape(focused)}"]`)?.focus();
}
