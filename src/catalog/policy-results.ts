import type { Row } from './row.ts'

/** A word of the sign-in log for what one policy did. */
export interface PolicyResultRow extends Row {
  readonly meaning: string
  readonly reportOnly: boolean
}

/** The words of the sign-in log, by themselves. */
export const policyResults: readonly PolicyResultRow[] = [
  {
    id: 'success',
    meaning: 'the policy applied and its controls were met',
    reportOnly: false,
    citation: { source: 'graph-applied-policies', section: 'result' },
  },
  {
    id: 'failure',
    meaning: 'the policy applied and blocked, or a control was not met',
    reportOnly: false,
    citation: { source: 'graph-applied-policies', section: 'result' },
  },
  {
    id: 'notApplied',
    meaning: 'a condition of the policy was not met',
    reportOnly: false,
    citation: { source: 'graph-applied-policies', section: 'result' },
  },
  {
    id: 'notEnabled',
    meaning: 'the policy was off',
    reportOnly: false,
    citation: { source: 'graph-applied-policies', section: 'result' },
  },
  {
    id: 'reportOnlySuccess',
    meaning: 'every control that needs no user action was met',
    reportOnly: true,
    citation: { source: 'ca-report-only', section: 'Policy results' },
  },
  {
    id: 'reportOnlyFailure',
    meaning: 'the policy would have blocked, or a device control was not met',
    reportOnly: true,
    citation: { source: 'ca-report-only', section: 'Policy results' },
  },
  {
    id: 'reportOnlyInterrupted',
    meaning: 'the user would have had to act',
    reportOnly: true,
    citation: { source: 'ca-report-only', section: 'Policy results' },
  },
  {
    id: 'reportOnlyNotApplied',
    meaning: 'a condition of the report-only policy was not met',
    reportOnly: true,
    citation: { source: 'ca-report-only', section: 'Policy results' },
  },
]
