import type { PolicySheet, SheetCell } from '../../analysis/what-if/policy-sheet.ts'
import { own } from '../../vocabulary/own.ts'
import type { CombinedDecision } from '../../vocabulary/policies.ts'
import type { JsonObject } from '../json/json-value.ts'
import { csvText } from '../tables/csv.ts'
import { markdownTable, markdownText } from '../tables/markdown-escape.ts'
import { requirementInWords } from './policy-control-words.ts'
import { conditionWords } from './policy-grid.ts'

/** Signals by the words of the form that asks for them; any other fact keeps its name. */
const signalWords: Readonly<Record<string, string>> = {
  clientAppType: 'client app',
  devicePlatform: 'platform',
  ipAddress: 'address',
  country: 'country',
  signInRiskLevel: 'sign-in risk',
  userRiskLevel: 'user risk',
  servicePrincipalRiskLevel: 'workload risk',
  insiderRiskLevel: 'insider risk',
  authenticationFlow: 'authentication flow',
  deviceInfo: 'device',
}

const missingWords = (missing: readonly string[]): string =>
  [...new Set(missing.map((name) => own(signalWords, name) ?? name))].join(', ')

/** What a policy does for a sign-in, in a few words. */
export function sheetCellWords(cell: SheetCell): string {
  switch (cell.says) {
    case 'applies':
      return 'applies'
    case 'reports':
      return 'report-only'
    case 'exempt':
      return 'exempt'
    case 'off':
      return 'off'
    case 'empty':
      return 'asks for nothing'
    case 'misses':
      return `misses ${cell.conditions.map((name) => conditionWords[name]).join(', ')}`
    case 'depends':
      return `depends on ${missingWords(cell.missing)}`
    default: {
      const never: never = cell
      return never
    }
  }
}

/** What all policies together decide, in a few words. */
export function decidedInBrief({ decision, required, missing = [] }: CombinedDecision): string {
  switch (decision) {
    case 'allow':
      return 'allowed'
    case 'block':
      return 'blocked'
    case 'controls-required':
      return `requires ${requirementInWords(required)}`
    case 'cannot-satisfy':
      return `requires ${requirementInWords(required)}, which this sign-in cannot meet`
    case 'undetermined':
      return `depends on ${missingWords(missing)}`
    default: {
      const never: never = decision
      return never
    }
  }
}

function rowsOf({ policies, rows }: PolicySheet): readonly (readonly string[])[] {
  return [
    ['people like', 'number', ...policies.map(({ name }) => name), 'together'],
    ...rows.map((row) => [
      row.representatives.join('; '),
      String(row.people),
      ...row.cells.map(sheetCellWords),
      decidedInBrief(row.combined),
    ]),
  ]
}

/** The sheet as an aligned table. */
export function policySheetTable(sheet: PolicySheet): {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
} {
  const [headings = [], ...rows] = rowsOf(sheet)
  return { headings, rows }
}

/** The sheet as data: what each policy does, in the order of `policies`. */
export function policySheetJson({ policies, rows }: PolicySheet): JsonObject {
  return {
    formatVersion: 1,
    policies: policies.map(({ name, state }) => ({ name, state })),
    rows: rows.map(({ representatives, people, cells, combined }) => ({
      representatives,
      people,
      answers: cells.map((cell) => ({ ...cell })),
      combined: { decision: combined.decision, required: combined.required, policies: combined.policies },
    })),
  }
}

/** The sheet for a spreadsheet: a row for people with equal answers, a column for each policy. */
export function policySheetCsv(sheet: PolicySheet): string {
  return csvText(rowsOf(sheet))
}

/** The same as a Markdown table. */
export function policySheetMarkdown(sheet: PolicySheet): string {
  const { headings, rows } = policySheetTable(sheet)
  return `${markdownTable(
    headings.map(markdownText),
    rows.map((row) => row.map(markdownText)),
  ).join('\n')}\n`
}
