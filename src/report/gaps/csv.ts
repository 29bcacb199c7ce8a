import type { GapPeople, Gaps } from '../../analysis/gaps/result.ts'
import { csvLines } from '../tables/csv.ts'
import { gapSentence } from './wording.ts'

const headings = ['finding', 'severity', 'kind', 'way', 'about', 'says', 'user', 'clients']

function* rowsOf(
  { findings }: Gaps,
  namesOf: (people: GapPeople) => Iterable<string>,
): Generator<readonly string[], void, undefined> {
  yield headings
  for (const [index, finding] of findings.entries()) {
    const { severity, kind, way = '', about } = finding
    const says = gapSentence(finding).replaceAll('`', '')
    for (const { people, clients } of finding.parts)
      for (const one of people)
        for (const user of namesOf(one))
          yield [String(index + 1), severity, kind, way, about, says, user, clients.join(' ')]
  }
}

/** One line per user and finding, with the clients concerned; generated lazily. */
export function csvGapLines(made: Gaps, namesOf: (people: GapPeople) => Iterable<string>): Generator<string> {
  return csvLines(rowsOf(made, namesOf))
}
