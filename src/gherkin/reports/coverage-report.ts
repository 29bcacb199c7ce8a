import { singleLine } from '../../report/tables/single-line.ts'
import { type Coverage, coverageCounts, coveragePercent, type Share } from './coverage.ts'

const percent = ({ covered, total }: Share): string =>
  total === 0 ? '-' : `${Math.floor((covered / total) * 1000) / 10}%`

const row = (name: string, share: Share): string =>
  `  ${name.padEnd(24)}${String(share.covered).padStart(6)} of ${String(share.total).padEnd(6)}${percent(share).padStart(7)}`

const missed = (share: Share, most: number): readonly string[] => {
  if (share.missed.length === 0) return []
  const more = share.missed.length > most ? [`      and ${share.missed.length - most} more`] : []
  return [...share.missed.slice(0, most).map((name) => `      ${singleLine(name)}`), ...more]
}

/** Coverage of the model as text: totals first, then everything without an assertion. */
export function renderCoverageText(coverage: Coverage): string {
  const { rulesDecided, rulesNamed, facts, tenants, assertions } = coverage
  return [
    `Coverage of the model: ${coveragePercent(coverage)}% (${assertions} assertions on sign-ins)`,
    `  counts: ${coverageCounts}`,
    row('rules that decided', rulesDecided),
    row('rules named', rulesNamed),
    row('facts', facts),
    ...tenants.flatMap(({ file, cells, claimed, policies, events }) => [
      singleLine(file),
      row('sign-ins named', cells),
      ...missed(cells, 5),
      row('sign-ins under a claim', claimed),
      row('policies', policies),
      ...missed(policies, 20),
      row('events', events),
      ...missed(events, 20),
    ]),
    '',
  ].join('\n')
}

/** Coverage of the model as JSON, including everything without an assertion. */
export function renderCoverageJson(coverage: Coverage): string {
  return `${JSON.stringify({ formatVersion: 1, percent: coveragePercent(coverage), counts: coverageCounts, ...coverage }, null, 2)}\n`
}

/** Coverage of the declarations in tenant files by line, in LCOV format. */
export function renderLcov(coverage: Coverage): string {
  return coverage.tenants
    .map(({ file, lines }) => {
      const hits = new Map<number, number>()
      for (const { line, hits: count } of lines) hits.set(line, Math.max(count, hits.get(line) ?? 0))
      const found = [...hits].map(([line, count]) => `DA:${line},${count}`)
      const reached = [...hits.values()].filter((count) => count > 0).length
      return [
        'TN:authplan',
        `SF:${singleLine(file)}`,
        ...found,
        `LF:${hits.size}`,
        `LH:${reached}`,
        'end_of_record',
        '',
      ].join('\n')
    })
    .join('')
}
