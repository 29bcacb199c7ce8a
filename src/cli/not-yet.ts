import { type UsageProblem, usageProblem } from './usage.ts'

/** Commands to come, and what each will answer; one that exists is listed in commands.ts instead. */
export const commandsToCome: ReadonlyMap<string, string> = new Map([
  ['explain-code', 'what a diagnostic, finding or vendor error means, and what to do'],
])

const plain = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '')

/** What a word of one of the lists names, however it is spelled. */
function named(word: string, list: ReadonlyMap<string, string>): readonly [name: string, says: string] | undefined {
  return [...list].find(([name]) => plain(name) === plain(word))
}

/** The answer to a command that does not exist yet. */
export function commandNotYet(word: string): UsageProblem | undefined {
  const found = named(word, commandsToCome)
  if (found === undefined) return undefined
  const [name, says] = found
  return usageProblem(
    `\`authplan ${name}\` is not implemented yet; it will show ${says}`,
    '`authplan --help` lists the available commands',
  )
}
