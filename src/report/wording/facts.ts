import { type FactName, factOrder, factRows } from '../../vocabulary/facts.ts'

/** What each fact is about; values stay in the words of the file and the vendor. */
// Every fact has an entry, which building the table from the list cannot show.
export const factWords = Object.fromEntries(factOrder.map((name) => [name, factRows[name].words])) as Readonly<
  Record<FactName, string>
>

/** A missing fact in words; what is not one of our facts (a signal, what a page is silent on) stays as it is. */
export function missingWords(name: string): string {
  return Object.hasOwn(factWords, name) ? factWords[name as FactName] : name
}
