/** What a table itself says about a word of the user: every plain object knows `constructor` and `__proto__` besides. */
export function own<Value>(table: Readonly<Record<string, Value>>, word: string): Value | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined
}
