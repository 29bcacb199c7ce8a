import { textIn } from './collect.ts'
import type { Fields } from './recognize.ts'

/** One of a few words, regardless of case. */
export function wordIn<Word extends string>(fields: Fields, name: string, words: readonly Word[]): Word | undefined {
  const written = textIn(fields, name)?.toLowerCase().replaceAll(' ', '')
  return words.find((word) => word.toLowerCase() === written)
}
