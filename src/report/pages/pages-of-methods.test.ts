import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ruleById } from '../../rules/index.ts'
import { sources } from '../../vocabulary/citations.ts'

/** The lines of the credential tables of a report: what a person presents with a client, and the rules that are named. */
function rowsOf(report: string): readonly { readonly credential: string; readonly rules: readonly string[] }[] {
  return report.split('\n').flatMap((line) => {
    const cells = line.split(' | ')
    if (cells.length !== 8 || !/\[[A-Z]+-\d+\]/.test(line)) return []
    return [
      {
        credential: cells[3] ?? '',
        rules: [...(cells[6] ?? '').matchAll(/\[([A-Z]+-\d+)\]/g)].map(([, id]) => id ?? ''),
      },
    ]
  })
}

const rows = rowsOf(readFileSync('reports/passwordless-company.md', 'utf8')).filter(
  ({ credential }) => !credential.startsWith('?'),
)

const readOn = (id: string): string => {
  const source = ruleById(id)?.citation.source
  return source === undefined ? 'never' : sources[source].read
}

test('each decided line of the report on the passwordless company cites a page on what is presented, read again for it', () => {
  expect(rows.length).toBe(24)
  for (const { credential, rules } of rows) {
    expect(
      rules.some((id) => id.startsWith('MTH-') && readOn(id) === '2026-11-30'),
      credential,
    ).toBe(true)
    expect(
      rules.filter((id) => !readOn(id).startsWith('2026-')),
      credential,
    ).toEqual([])
  }
})
