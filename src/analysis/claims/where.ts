import { suggest } from '../../source/diagnostics/suggest.ts'
import { type ClaimProblem, type Condition, type Parsed, refused } from './claim.ts'
import { type ClaimKey, claimKeys } from './keys.ts'
import type { ClaimContext } from './read-values.ts'
import { namesOfKey, valuesNamed } from './tenant-names.ts'

type Values = readonly string[]

const list = (words: Values): string => words.map((word) => `\`${word}\``).join(', ')

function unknown(what: string, word: string, known: Values): ClaimProblem {
  const near = suggest(word, known)
  const meant = near === undefined ? '' : `did you mean \`${near}\`? `
  const shown = known.slice(0, 20)
  return {
    message: `unknown ${what} \`${word}\``,
    help: `${meant}one of ${list(shown)}${known.length > 20 ? ' ...' : ''}`,
  }
}

/** A key by its name, case ignored. */
export function readKey(text: string): Parsed<ClaimKey> {
  const key = claimKeys.find((name) => name === text.trim().toLowerCase())
  return key === undefined ? { ok: false, problems: [unknown('key', text, claimKeys)] } : { ok: true, value: key }
}

/** The values of a key that occur in the sign-ins, whatever the tenant declares. */
export type SeenValues = (key: ClaimKey) => Values

const nothingSeen: SeenValues = () => []

function readValue(context: ClaimContext, key: ClaimKey, word: string, seen: SeenValues): Parsed<string> {
  const wanted = word.trim()
  const own = seen(key).find((value) => value.toLowerCase() === wanted.toLowerCase())
  if (own !== undefined) return { ok: true, value: own }
  const names = namesOfKey(context.tenant, key)
  const [only, ...others] = valuesNamed(names, wanted)
  if (only !== undefined && others.length === 0) return { ok: true, value: only }
  if (others.length > 0) return refused(`\`${wanted}\` is ambiguous`, `write one of ${list([only ?? '', ...others])}`)
  const found = key === 'user' && wanted !== '' ? context.findUser?.(wanted) : undefined
  if (found !== undefined) return { ok: true, value: found }
  const ids = [...new Set([...names.values()].flat())]
  return { ok: false, problems: [unknown(key, wanted, [...new Set([...ids, ...seen(key)])])] }
}

/** One value, or several joined by commas; a known name that contains a comma is one value. */
function readList(context: ClaimContext, key: ClaimKey, text: string, seen: SeenValues): Parsed<Values> {
  const whole = readValue(context, key, text, seen)
  if (whole.ok || !text.includes(',')) return whole.ok ? { ok: true, value: [whole.value] } : whole
  const read = text.split(',').map((word) => readValue(context, key, word, seen))
  const problems = read.flatMap((one) => (one.ok ? [] : one.problems))
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, value: [...new Set(read.flatMap((one) => (one.ok ? [one.value] : [])))] }
}

/** Reads `key=value`, `key!=value`, and lists of values, one of which must match. */
export function readWhere(context: ClaimContext, text: string, seen: SeenValues = nothingSeen): Parsed<Condition> {
  const found = /^([^=!]*)(!?=)(.*)$/s.exec(text)
  if (found === null)
    return refused(`\`${text}\` is not a condition`, 'write `key=value` or `key!=value`: `credential=app-password`')
  const [, name = '', operator, word = ''] = found
  const key = readKey(name)
  if (!key.ok) return key
  const values = readList(context, key.value, word, seen)
  if (!values.ok) return values
  return { ok: true, value: { key: key.value, values: values.value, negated: operator === '!=' } }
}
