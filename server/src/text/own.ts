/** What a table holds under a word that someone wrote; nothing for the words every object has, such as `constructor`. */
export function own<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
