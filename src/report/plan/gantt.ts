import type { PlanResult } from '../../plan/result.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { singleLine } from '../tables/single-line.ts'
import { planDates } from './words.ts'

/** The name of a bar: Mermaid ends it at a colon and takes other signs for its own. */
const barName = (text: string, most = 70): string => {
  const plain = singleLine(text)
    .replace(/[:;#%{}"`\\<>$&|]/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
  return plain.length > most ? `${plain.slice(0, most - 1).trim()}…` : plain
}

const day = (at: Instant): string => formatInstant(at).slice(0, 10)
const oneDay = 24 * 60 * 60 * 1000

/** When each stage begins at the earliest. */
export function stageBegins({ points, from }: PlanResult, stage: number): Instant {
  const times = points.filter((point) => point.stage === stage).map(({ at }) => at)
  return times.length === 0 ? from : Math.min(...times)
}

/** A bar from one day to another; Mermaid draws none that is shorter than a day. */
const bar = (name: string, id: string, from: Instant, to: Instant): string =>
  `    ${name} :${id}, ${day(from)}, ${day(Math.max(to, from + oneDay))}`

/** The dates of the vendor and of events between the first and the last day, by date. */
function dateLines(result: PlanResult): readonly string[] {
  return planDates(result).map(
    ({ at, statement }, index) => `    (${day(at)}) ${barName(statement)} :milestone, date${index}, ${day(at)}, 0d`,
  )
}

/** The stages, exceptions and dates of a plan as a Gantt chart in Mermaid's language. */
export function renderPlanGantt(result: PlanResult): string {
  const { plan, stages, exceptions, until } = result
  const later = stages.slice(1)
  const bars = later.map(({ index, name, date }) => {
    const next = stages[index + 1]
    const end = next === undefined ? until : stageBegins(result, next.index)
    const earliest = date === undefined ? ' (earliest)' : ''
    return bar(`${index}. ${barName(name)}${earliest}`, `stage${index}`, stageBegins(result, index), end)
  })
  const kept = exceptions.map(({ name, stage, expires }, index) =>
    bar(`Exception ${barName(name)}`, `exception${index}`, stageBegins(result, stage), expires),
  )
  const dated = dateLines(result)
  const lines = [
    'gantt',
    `    title ${barName(plan, 120)}`,
    '    dateFormat YYYY-MM-DD',
    '    axisFormat %Y-%m',
    ...(bars.length === 0 ? [] : ['    section Stages', ...bars]),
    ...(kept.length === 0 ? [] : ['    section Exceptions', ...kept]),
    ...(dated.length === 0 ? [] : ['    section Dates of the vendor and events', ...dated]),
  ]
  return `${lines.join('\n')}\n`
}
