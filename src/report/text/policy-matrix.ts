import type { PolicyInWords } from '../../analysis/wording/policy-in-words.ts'
import { csvText } from '../tables/csv.ts'
import { markdownTable, markdownText } from '../tables/markdown-escape.ts'

/** What stands in the columns beside the name: the headings, and what a policy says there. */
export const policyColumns: readonly (readonly [
  heading: string,
  said: (policy: PolicyInWords) => readonly string[],
])[] = [
  ['Users', ({ users }) => users],
  ['Protects', ({ resources }) => resources],
  [
    'When',
    ({ conditions, notUnderstood }) => [...conditions, ...notUnderstood.map((what) => `Not understood: ${what}`)],
  ],
  ['Demands', ({ grant, session }) => [...grant, ...session]],
]

const headings = ['Policy', 'State', ...policyColumns.map(([heading]) => heading)]

const rowsOf = (policies: readonly PolicyInWords[]): readonly (readonly string[])[] =>
  policies.map((policy) => [policy.name, policy.state, ...policyColumns.map(([, said]) => said(policy).join(' '))])

/** The matrix for a spreadsheet: a row for each policy, a column for each kind of condition. */
export const policyMatrixCsv = (policies: readonly PolicyInWords[]): string => csvText([headings, ...rowsOf(policies)])

/** The same as a Markdown table. */
export const policyMatrixMarkdown = (policies: readonly PolicyInWords[]): string =>
  `${markdownTable(
    headings,
    rowsOf(policies).map((row) => row.map(markdownText)),
  ).join('\n')}\n`
