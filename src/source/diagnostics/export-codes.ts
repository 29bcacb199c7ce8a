import { entry, type NoArgs } from './entry.ts'
import { anyOf, tick } from './words.ts'

/** Format errors of a file written by Export-Clixml. */
export const clixmlProblems = {
  doctype: {
    message: 'the file declares a document type, which could define entities',
    help: 'remove the declaration; `Export-Clixml` writes none',
  },
  entity: {
    message: 'this reference does not name a character',
    help: 'write `&amp;` for an ampersand; only the five predefined XML entities and numeric character references are expanded',
  },
  'open-tag': { message: 'this tag is incomplete', help: 'export the object again; the file may be truncated' },
  'open-element': {
    message: 'the element that opens here is never closed',
    help: 'export the object again; the file may be truncated',
  },
  'wrong-end': {
    message: 'this closing tag does not match an open element',
    help: 'export the object again with `Export-Clixml`',
  },
  'not-objects': {
    message: 'the file is XML, but not an object export',
    help: 'use `Export-Clixml`, which writes the root element `Objs`',
  },
} as const

/** Format errors of a file written by Export-Clixml. */
export type ClixmlProblem = keyof typeof clixmlProblems

/** Why a field of an export cannot be used. */
export type FieldProblem = 'nested' | 'list-cut' | 'not-a-switch' | 'unknown-word' | 'not-text'

/** The arguments of a diagnostic about a field. */
export interface FieldArgs {
  readonly field: string
  readonly kind: string
  readonly problem: FieldProblem
  /** The exported value, if it is unknown. */
  readonly word?: string
  /** The known values. */
  readonly known?: readonly string[]
}

const fieldMessages: { readonly [Problem in FieldProblem]: (args: FieldArgs) => string } = {
  nested: ({ field, kind }) => `${tick(field)} of the ${kind} was exported as its type name, without its value`,
  'list-cut': ({ field, kind }) => `the list ${tick(field)} of the ${kind} was truncated in the export`,
  'not-a-switch': ({ field, kind, word }) => `${tick(field)} of the ${kind} is ${tick(word ?? '')}, not true or false`,
  'unknown-word': ({ field, kind, word }) => `${tick(field)} of the ${kind} has the unknown value ${tick(word ?? '')}`,
  'not-text': ({ field, kind }) => `${tick(field)} of the ${kind} is an object where a plain value is expected`,
}

const leftOpen = 'its value stays undetermined'

const fieldHelps: { readonly [Problem in FieldProblem]: (args: FieldArgs) => string } = {
  nested: () => 'export again with `ConvertTo-Json -Depth 10` or `Export-Clixml -Depth 10`',
  'list-cut': () =>
    'set `$FormatEnumerationLimit = -1` before `Format-List`, or export with `ConvertTo-Json -Depth 10`',
  'not-a-switch': () => `${leftOpen}; the cmdlet writes True or False`,
  'unknown-word': ({ known = [], word = '' }) =>
    /^\d+$/.test(word)
      ? 'export names instead of numbers: `ConvertTo-Json -EnumsAsStrings`, or `Export-Clixml`'
      : `${leftOpen}${known.length === 0 ? '' : `; known values: ${anyOf(known)}`}`,
  'not-text': () => leftOpen,
}

/** Cmdlet exports: invalid formats, and fields without a usable value. */
export const exportCodes = {
  'IMP-21': entry<{ readonly problem: ClixmlProblem }>({
    severity: 'error',
    title: 'not a valid Export-Clixml file',
    sample: { problem: 'doctype' },
    message: ({ problem }) => clixmlProblems[problem].message,
    help: ({ problem }) => clixmlProblems[problem].help,
  }),
  'IMP-22': entry<FieldArgs>({
    severity: 'warning',
    title: 'field of an export that is not understood',
    sample: { problem: 'not-a-switch', field: 'ActiveSyncEnabled', kind: 'mailbox', word: 'perhaps' },
    message: (args) => fieldMessages[args.problem](args),
    help: (args) => fieldHelps[args.problem](args),
  }),
  'IMP-23': entry<NoArgs>({
    severity: 'warning',
    title: 'line of a listing outside any field',
    message: () => 'this line does not belong to a field of the listing',
    help: () => 'write the listing with `Format-List`, with one `Name : value` per line',
  }),
  'IMP-24': entry<NoArgs>({
    severity: 'warning',
    title: 'table where records are expected',
    message: () => 'this is a formatted table, which truncates and omits columns',
    help: () => 'export with `ConvertTo-Json -Depth 10`, `Export-Clixml`, `Export-Csv` or `Format-List`',
  }),
  'IMP-25': entry<{
    readonly what: string
    readonly field: string
    readonly values: readonly string[]
    /** Whether a tenant file cannot say that the setting is in dispute. */
    readonly leftOut?: boolean
  }>({
    severity: 'warning',
    title: 'exports that contradict each other',
    message: ({ what, field, values }) =>
      `${tick(field)} of ${what} is ${values.map(tick).join(' in one export and ')} in another`,
    help: ({ leftOut = false }) =>
      `${leftOut ? 'it is left out, and what is assumed without it counts' : leftOpen}; export both at the same time, or set the value by hand`,
  }),
  'IMP-26': entry<{ readonly kind: string; readonly products: readonly [cloud: string, own: string] }>({
    severity: 'warning',
    title: 'export that may come from the cloud or from servers',
    message: ({ kind, products: [cloud, own] }) =>
      `the export does not say whether this ${kind} comes from ${cloud} or ${own}`,
    help: () => 'export all properties of the object, or keep the file in a folder named `online` or `on-premises`',
  }),
  'IMP-27': entry<{ readonly field: string; readonly value: string; readonly kind: string }>({
    severity: 'warning',
    title: 'setting that a tenant file cannot state',
    message: ({ field, value, kind }) =>
      `${tick(field)} of the ${kind} is ${tick(value)}, and no setting of a tenant file states it`,
    help: () => 'answers that depend on it do not take it into account; check them by hand',
  }),
  'IMP-28': entry<{ readonly name: string; readonly missing: readonly string[]; readonly takenAs: string }>({
    severity: 'warning',
    title: 'authentication policy with missing switches',
    message: ({ name, missing, takenAs }) =>
      `${missing.length === 1 ? 'a switch' : `${missing.length} switches`} of the authentication policy ${tick(name)} ${missing.length === 1 ? 'is' : 'are'} not in the export and assumed to be ${takenAs}: ${missing.map(tick).join(', ')}`,
    help: () => 'export all properties: `Get-AuthenticationPolicy | ConvertTo-Json -Depth 10`',
  }),
  'IMP-39': entry<{ readonly field: string; readonly expected: string }>({
    severity: 'error',
    title: 'no saved answer of Graph',
    message: ({ field, expected }) => `the answer has no ${tick(field)} with ${expected}`,
    help: () => 'save the whole answer of `conditionalAccess/evaluate`; an error of Graph is no answer',
  }),
  'IMP-29': entry<{ readonly policy: string }>({
    severity: 'warning',
    title: 'authentication policy missing from the exports',
    message: ({ policy }) => `the authentication policy ${tick(policy)} named here is not in any export`,
    help: () => `${leftOpen}; add the output of \`Get-AuthenticationPolicy\``,
  }),
}
