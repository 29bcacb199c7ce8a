import type { DeviceOperator } from '../../tenant/conditional-access/device-rule.ts'

/** A comparison of one text with a constant. */
export interface TextTest {
  readonly operator: DeviceOperator
  readonly value: string
}

/** One text for each satisfiable combination of tests; incomplete if the search was abandoned. */
export interface TextAtoms {
  readonly texts: readonly string[]
  readonly complete: boolean
}

/** Maximum number of product states to search. */
const most = 20_000

/**
 * For every matched length and next character: the length of the longest prefix of the value that the text then ends
 * with.
 */
function endingsOf(value: string, alphabet: readonly string[]): readonly ReadonlyMap<string, number>[] {
  return Array.from({ length: value.length + 1 }, (_, matched) => {
    const seen = value.slice(0, matched)
    return new Map(
      alphabet.map((character) => {
        const text = seen + character
        let length = Math.min(value.length, text.length)
        while (!text.endsWith(value.slice(0, length))) length -= 1
        return [character, length]
      }),
    )
  })
}

interface Machine {
  readonly next: (state: number, character: string) => number
  readonly accepts: (state: number) => boolean
}

/** A state is the number of matched characters; -1 if the text can no longer equal the value or start with it. */
function machineOf({ operator, value }: TextTest, alphabet: readonly string[]): Machine {
  const accepts = (state: number): boolean => state === value.length
  if (operator === 'eq' || operator === 'in' || operator === 'startswith') {
    const stays = operator === 'startswith' ? value.length : -1
    return {
      accepts,
      next: (state, character) =>
        state === value.length ? stays : state >= 0 && value[state] === character ? state + 1 : -1,
    }
  }
  const endings = endingsOf(value, alphabet)
  const sticks = operator === 'contains'
  return {
    accepts,
    next: (state, character) => (sticks && state === value.length ? state : (endings[state]?.get(character) ?? 0)),
  }
}

const otherCharacters = ['~', '^', '|', '`', '#', '%', '\u00a4', '\u00a7']

/**
 * Decides which combinations of tests a text can satisfy. The tests are automata; a breadth-first search of their
 * product returns the shortest text of each combination.
 */
export function textAtoms(tests: readonly TextTest[]): TextAtoms {
  const used = new Set(tests.flatMap(({ value }) => [...value]))
  const other = otherCharacters.find((character) => !used.has(character)) ?? '\u0001'
  const alphabet = [...used, other]
  const machines = tests.map((test) => machineOf(test, alphabet))
  const start = tests.map(() => 0)
  const found = new Map<string, string>()
  const seen = new Set([start.join()])
  const waiting: { readonly states: readonly number[]; readonly text: string }[] = [{ states: start, text: '' }]
  for (const { states, text } of waiting) {
    const passed = machines.map(({ accepts }, at) => accepts(states[at] ?? -1)).join()
    if (!found.has(passed)) found.set(passed, text)
    for (const character of alphabet) {
      const states2 = machines.map(({ next }, at) => next(states[at] ?? -1, character))
      const key = states2.join()
      if (seen.has(key)) continue
      if (seen.size >= most) return { texts: [...found.values()], complete: false }
      seen.add(key)
      waiting.push({ states: states2, text: text + character })
    }
  }
  return { texts: [...found.values()], complete: true }
}
