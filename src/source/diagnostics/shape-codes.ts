import { counted } from '../../vocabulary/counted.ts'
import { entry } from './entry.ts'
import { anyOf, didYouMean, tick } from './words.ts'

/** The types of values in a file, in words. */
export type ValueKind = 'text' | 'a number' | 'a whole number' | 'true or false' | 'a list' | 'a mapping' | 'nothing'

/** An invalid value as written, and its field. */
export interface ValueArgs {
  /** What the value is, in the field's words: `domain authentication`. */
  readonly what: string
  readonly value: string
}

/** An invalid value of a field with a closed list of values. */
export interface KnownArgs extends ValueArgs {
  readonly known: readonly string[]
  readonly suggestion?: string
}

/** An unknown key. */
export interface KeyArgs {
  readonly key: string
  /** The object that contains the key, in the field's terms: `a domain`. */
  readonly of: string
  readonly known: readonly string[]
  readonly suggestion?: string
  /** The objects elsewhere in the file that do have the key: `an identity provider`. */
  readonly elsewhere?: readonly string[]
  /** What states the same, where the key is a relationship that Graph returns in part. */
  readonly instead?: string
}

const keyOf = (elsewhere: readonly string[] | undefined): string =>
  elsewhere === undefined || elsewhere.length === 0 ? '' : `; it is a key of ${elsewhere.join(' or ')}`

/** The structure of a file: keys, types of values, and values that are valid or invalid on their own. */
export const shapeCodes = {
  'SHAPE-1': entry<KeyArgs>({
    severity: 'error',
    title: 'unknown key',
    message: ({ key, of }) => `unknown key ${tick(key)} in ${of}`,
    help: ({ known, suggestion, elsewhere, instead }) =>
      instead !== undefined
        ? `it is a relationship, of which \`$expand\` returns twenty objects at most; write ${instead}`
        : known.length === 0
          ? 'remove it'
          : `known keys: ${anyOf(known)}${didYouMean(suggestion)}${keyOf(elsewhere)}`,
  }),
  'SHAPE-2': entry<{ readonly key: string; readonly of: string }>({
    severity: 'error',
    title: 'missing key',
    message: ({ key, of }) => `${of} is missing ${tick(key)}`,
    help: ({ key }) => `add ${tick(`${key}:`)} here`,
  }),
  'SHAPE-3': entry<KnownArgs>({
    severity: 'error',
    title: 'unknown value',
    message: ({ what, value }) => `unknown ${what} ${tick(value)}`,
    help: ({ known, suggestion }) => `use ${anyOf(known)}${didYouMean(suggestion)}`,
  }),
  'SHAPE-4': entry<{ readonly what: string; readonly expected: readonly ValueKind[]; readonly found: ValueKind }>({
    severity: 'error',
    title: 'wrong kind of value',
    message: ({ what, expected, found }) => `${what} must be ${expected.join(' or ')}, not ${found}`,
    help: ({ expected, found }) =>
      expected.includes('text') && found !== 'a list' && found !== 'a mapping' && found !== 'nothing'
        ? 'put quotes around it to make it text'
        : expected.includes('a list')
          ? 'start each item with `- ` on its own line, or enclose the items in `[` and `]`'
          : `give ${expected.join(' or ')}`,
  }),
  'SHAPE-5': entry<{ readonly key: string } & KnownArgs>({
    severity: 'error',
    title: 'unknown kind',
    message: ({ key, what, value }) => `${tick(key)} is ${tick(value)}, which is not a kind of ${what}`,
    help: ({ known, suggestion }) => `use ${anyOf(known)}${didYouMean(suggestion)}`,
  }),
  'SHAPE-6': entry<ValueArgs>({
    severity: 'error',
    title: 'not a date',
    message: ({ what, value }) => `${what} ${tick(value)} is not a date or an instant`,
    help: () => 'write a date like `2019-10-01`, or an instant with offset like `2019-10-01T09:30:00+02:00`',
  }),
  'SHAPE-7': entry<ValueArgs>({
    severity: 'error',
    title: 'not a duration',
    message: ({ what, value }) => `${what} ${tick(value)} is not a duration`,
    help: () =>
      'write weeks, days, hours, minutes and seconds like `P90D`, `PT8H` or `P1DT12H`; months have no fixed length',
  }),
  'SHAPE-8': entry<ValueArgs>({
    severity: 'error',
    title: 'not an address range',
    message: ({ what, value }) => `${what} ${tick(value)} is not an IP address or range`,
    help: () =>
      'write an address or a range with its prefix length, like `203.0.113.7`, `203.0.113.0/24` or `2001:db8::/32`',
  }),
  'SHAPE-9': entry<ValueArgs & { readonly expected: string; readonly example: string }>({
    severity: 'error',
    title: 'malformed value',
    message: ({ what, value, expected }) => `${what} ${tick(value)} is not ${expected}`,
    help: ({ example }) => `write it like ${tick(example)}`,
  }),
  'SHAPE-10': entry<{ readonly what: string; readonly least: number; readonly found: number }>({
    severity: 'error',
    title: 'too few items',
    message: ({ what, least, found }) =>
      `${what} needs at least ${counted(least, 'item')}, and ${found === 0 ? 'it is empty' : `it has ${found}`}`,
    help: () => 'add the missing items, or remove the key',
  }),
  'SHAPE-11': entry<{ readonly what: string; readonly value: number; readonly least?: number; readonly most?: number }>(
    {
      severity: 'error',
      title: 'number out of range',
      message: ({ what, value }) => `${what} ${tick(String(value))} is out of range`,
      help: ({ least, most }) =>
        least === undefined
          ? `use ${most} or less`
          : most === undefined
            ? `use ${least} or more`
            : `use a number from ${least} to ${most}`,
    },
  ),
}
