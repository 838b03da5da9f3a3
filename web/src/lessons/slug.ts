/** slug.ts - headings as addresses, the way Markdown viewers make them. */

/** A function that turns each heading of one file into an id of its own. */
export function slugs(): (heading: string) => string {
    const taken = new Map<string, number>();
    return (heading) => {
        const slug = heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replace(/\s/g, '-') || 'section';
        const times = taken.get(slug) ?? 0;
        taken.set(slug, times + 1);
        return times === 0 ? slug : `${slug}-${times}`;
    };
}
