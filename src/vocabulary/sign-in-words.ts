/** What a sign-in has unless something is unusual about it: no flow of its own, and no risk. */
const usual: ReadonlySet<string> = new Set(['an ordinary sign-in', 'none'])

const named = ['people', 'target', 'client', 'platform', 'location', 'device', 'flow'] as const

const risks = [
  ['signInRisk', 'sign-in risk'],
  ['userRisk', 'user risk'],
  ['insiderRisk', 'insider risk'],
  ['servicePrincipalRisk', 'service principal risk'],
] as const

/** One sign-in as parts of a sentence: who, to what, with what, from where, and what is unusual about it. */
export function wordsInOrder(
  words: Readonly<Partial<Record<(typeof named)[number] | (typeof risks)[number][0], string>>>,
): readonly string[] {
  const said = named.flatMap((dimension) => words[dimension] ?? [])
  const unusual = risks.flatMap(([dimension, name]) => {
    const level = words[dimension]
    return level === undefined || usual.has(level) ? [] : [`${name} ${level}`]
  })
  return [...said.filter((word) => !usual.has(word)), ...unusual]
}
