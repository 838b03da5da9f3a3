/** choose.ts - the table of texts for a language tag, where an area of the page has tables of its own. */
export type Tables<T> = { en: T } & Record<string, T>;

/** The table for `language`, for another variant of it, or the English one. */
export function choose<T>(language: string, tables: Tables<T>): T {
    const related = Object.keys(tables).find((tag) => tag.split('-')[0] === language.split('-')[0]);
    return tables[language] ?? (related ? tables[related]! : tables.en);
}
