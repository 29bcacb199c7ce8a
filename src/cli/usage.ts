import { suggest } from '../source/diagnostics/suggest.ts'
import { neutralize } from '../source/text/neutralize.ts'

const code = 'authplan.usage'

/** What was asked cannot be done as asked: said on stderr, exit code 2. */
export type UsageProblem = Error & { readonly code: typeof code; readonly help?: string }

/** A problem of usage to throw; `run` turns it into words and exit code 2. */
export function usageProblem(message: string, help?: string): UsageProblem {
  return usageProblems([{ message, ...(help === undefined ? {} : { help }) }])
}

const invalid = 'authplan.invalid-input'

/** To throw when an input file has errors that are on stderr already. */
export function invalidInput(): Error {
  return Object.assign(new Error('invalid input'), { code: invalid })
}

/** Whether something thrown stands for diagnostics that have been shown. */
export function isInvalidInput(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === invalid
}

/** Whether something thrown is a problem of usage and no defect. */
export function isUsageProblem(thrown: unknown): thrown is UsageProblem {
  return thrown instanceof Error && 'code' in thrown && thrown.code === code
}

const systemWords: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', 'no space left on the device'],
  ['EDQUOT', 'the disk quota is exceeded'],
  ['EFBIG', 'the file would be too large'],
  ['EACCES', 'permission is denied'],
  ['EPERM', 'permission is denied'],
  ['EROFS', 'the file system is read-only'],
  ['EISDIR', 'it is a folder'],
  ['ENOTDIR', 'part of the path is a file, not a folder'],
  ['EEXIST', 'part of the path is a file, not a folder'],
  ['ELOOP', 'its symbolic links form a loop'],
  ['ENAMETOOLONG', 'the name is too long'],
])

/** Why the system does not take an output, in words; undefined for what has none. */
export const systemReason = (code: string): string | undefined => systemWords.get(code)

/** What to throw when the system does not take an output; anything else that was thrown stays what it is. */
export function cannotWrite(what: string, problem: unknown): unknown {
  if (!(problem instanceof Error && 'code' in problem && 'syscall' in problem)) return problem
  const known = systemWords.get(String(problem.code))
  return usageProblem(`cannot write ${what}: ${known ?? problem.message}`)
}

/** Several problems of usage at once, each with its help. */
export function usageProblems(problems: readonly { readonly message: string; readonly help?: string }[]): UsageProblem {
  // A word of the user must not begin a separate line.
  const told = problems.map(({ message, help }) => [neutralize(message), help && neutralize(help)] as const)
  const [message, help] = told.at(-1) ?? ['']
  const before = told.slice(0, -1).map(([one, way]) => (way ? `${one}\n  help: ${way}` : one))
  const error = new Error([...before, message].join('\nerror: '))
  return Object.assign(error, { code, ...(help ? { help } : {}) } as const)
}

/** An unknown word, with the nearest known one and the way to see all. */
export function unknownWord(what: string, word: string, known: readonly string[], list?: string): UsageProblem {
  return usageProblem(`unknown ${what} \`${neutralize(word)}\``, helpForWord(word, known, list))
}

function helpForWord(word: string, known: readonly string[], list: string | undefined): string {
  const near = suggest(word, known)
  const meant = near === undefined ? undefined : `did you mean \`${neutralize(near)}\`?`
  const all =
    list ?? (known.length > 0 ? `one of ${known.map((name) => `\`${neutralize(name)}\``).join(', ')}` : undefined)
  return [meant, all].filter((part) => part !== undefined).join(' ')
}

/** The word among the known ones, case ignored; anything else is a problem of usage. */
export function oneOf<T extends string>(what: string, word: string, known: readonly T[], list?: string): T {
  const found = known.find((name) => name.toLowerCase() === word.toLowerCase())
  if (found === undefined) throw unknownWord(what, word, known, list)
  return found
}

/** How a problem of usage is shown. */
export function renderUsageProblem(message: string, help: string | undefined): string {
  return `error: ${message}\n${help ? `  help: ${help}\n` : ''}`
}
