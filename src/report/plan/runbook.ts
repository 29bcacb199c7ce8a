import type { GateOutcome, PlanFinding, PlanResult, StageSummary } from '../../plan/result.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import { counted } from '../../vocabulary/counted.ts'
import { type Block, heading, type Item, list, paragraph, strong } from '../text/blocks.ts'
import { findingsOf, legend, personaCell, personasOf } from './affected.ts'
import { againstStartSentences } from './against-start.ts'
import { dayOneBlocks, dayOneHead } from './day-one.ts'
import { renderPlanGantt, stageBegins } from './gantt.ts'
import { ganttSvg } from './gantt-svg.ts'
import { personaBlocks } from './persona-table.ts'
import { stagePictures } from './sign-in-pictures.ts'
import { namedChangeLines, stopsOf, undoBlocks } from './stage-risks.ts'
import {
  answerWords,
  causeWithPlace,
  claimPlace,
  claimWords,
  findingPeople,
  kindWords,
  planDates,
  stageTime,
} from './words.ts'

/** Whether the plan can begin, and what stands against it. */
function verdictBlocks(result: PlanResult): readonly Block[] {
  const failing = result.claims.filter(({ answer }) => answer !== 'holds')
  const gates = result.gates.filter(({ answer }) => answer !== 'holds')
  const { dayOne } = result
  const badDay = dayOne === undefined || dayOne.answer === 'holds' ? [] : [dayOneHead(result, dayOne)]
  if (failing.length + gates.length + badDay.length === 0)
    return [paragraph('Every claim and every gate of this plan holds: it can begin as it is written.')]
  return [
    strong('Not ready: resolve or accept each of these before the stage in which it appears.'),
    list(
      [
        ...failing.map((one) => `${claimWords[one.claim]}: ${answerWords[one.answer]}: ${claimPlace(result, one)}`),
        ...badDay,
        ...gates.map((one) => `gate of stage ${one.stage}: ${gateWords(one)}`),
      ],
      '',
    ),
  ]
}

const gateWords = ({ claim, answer, witness }: GateOutcome): string =>
  `${claim}: ${answerWords[answer]}${witness === undefined ? '' : `, for example ${witness}`}`

const orNone = (text: string | undefined): string => (text === undefined || text === '' ? 'not stated' : text)

function stageRow(result: PlanResult, stage: StageSummary): readonly string[] {
  const undo = result.undo.find((one) => one.stage === stage.index)
  return [
    `${stage.index}. ${stage.name}`,
    stageTime(stage),
    orNone(stage.owner),
    stage.cohorts.length === 0 ? 'everyone' : stage.cohorts.join(', '),
    stopsOf(result, stage.index).length === 0 ? 'go' : 'stop',
    undo === undefined ? '' : undo.answer.replaceAll('-', ' ').replace('open', 'undetermined'),
  ]
}

function overview(result: PlanResult): readonly Block[] {
  const { plan, tenant, start, from, until, users, stages } = result
  const later = stages.slice(1)
  return [
    heading(1, plan),
    paragraph(
      `Runbook for ${tenant} (${start}), ${formatInstant(from)} to ${formatInstant(until)}: ${counted(later.length, 'stage')}, ${counted(users, 'user')}.`,
    ),
    ...verdictBlocks(result),
    heading(2, 'Stages'),
    {
      kind: 'table',
      headings: ['stage', 'begins', 'owner', 'cohorts', 'as planned', 'way back'],
      rows: later.map((stage) => stageRow(result, stage)),
    },
    heading(2, 'Calendar'),
    { kind: 'diagram', language: 'mermaid', text: renderPlanGantt(result) },
    { kind: 'picture', caption: 'Stages, exceptions, and dates on which a sign-in changes', svg: ganttSvg(result) },
    dateList(result),
    heading(2, 'Who is affected, stage by stage'),
    {
      kind: 'table',
      headings: ['cohort', ...stages.map(({ index, name }) => (index === 0 ? 'before stage 1' : `${index}. ${name}`))],
      rows: personasOf(result).map((one) => [one, ...stages.map(({ index }) => personaCell(result, one, index))]),
    },
    list(legend(result), 'No sign-in changes.'),
    ...exceptionBlocks(result),
  ]
}

function exceptionBlocks({ exceptions, stages }: PlanResult): readonly Block[] {
  if (exceptions.length === 0) return []
  const rows = exceptions.map(({ name, owner, reason, stage, expires }) => [
    name,
    owner,
    reason,
    `${stage}. ${stages[stage]?.name ?? ''}`,
    formatInstant(expires),
  ])
  const headings = ['exception', 'owner', 'reason', 'from stage', 'expires']
  return [heading(2, 'Exceptions'), { kind: 'table', headings, rows }]
}

/** Dates of the vendor and of events, and the stage that is in force then. */
function dateList(result: PlanResult): Block {
  const stageAt = (at: number): number =>
    result.stages.filter(({ index }) => index === 0 || stageBegins(result, index) <= at).at(-1)?.index ?? 0
  const dated = planDates(result)
  return list(
    dated.map(({ at, statement }) => {
      const stage = stageAt(at)
      return `${formatInstant(at)} (${stage === 0 ? 'before stage 1' : `stage ${stage}`}): ${statement}`
    }),
    'No dated change of the vendor changes a sign-in in this plan.',
  )
}

function findingItem(result: PlanResult, { kind, at, by, because, changes, ...people }: PlanFinding): Item {
  const when = by === 'time' ? ` on ${formatInstant(at)}` : ''
  return {
    text: `${findingPeople(people)}: ${kindWords[kind]}${when}`,
    below: [...namedChangeLines(result, changes), ...because.map((one) => `because of ${causeWithPlace(one)}`)],
  }
}

/** Each finding once: what the stage brings, then what happens on a date in it. */
function inTime(findings: readonly PlanFinding[]): readonly PlanFinding[] {
  const all = [...new Set(findings)]
  return [...all.filter(({ by }) => by === 'stage'), ...all.filter(({ by }) => by === 'time')]
}

/** What to look at while a stage is in force: what the plan says, and what happens on a date in it. */
function watchItems(result: PlanResult, stage: StageSummary): readonly string[] {
  const begins = stageBegins(result, stage.index)
  const next = result.stages[stage.index + 1]
  const ends = next === undefined ? result.until : stageBegins(result, next.index)
  const within = (at: number): boolean => at >= begins && at < ends
  const dates = planDates(result).filter(({ at }) => within(at))
  return [
    ...stage.watch,
    ...dates.map(({ at, statement }) => `${formatInstant(at)}: ${statement}`),
    ...result.exceptions
      .filter(({ expires }) => within(expires))
      .map(({ name, owner, expires }) => `${formatInstant(expires)}: the exception "${name}" of ${owner} ends`),
  ]
}

function gateList(gates: readonly GateOutcome[], otherwise: string): Block {
  return list(gates.map(gateWords), otherwise)
}

/** When a stage begins, who is responsible for it, and for whom it is. */
function stageHead(result: PlanResult, stage: StageSummary): Block {
  const sizes = stage.cohorts.map((cohort) => {
    const size = result.cohorts.find((one) => one.cohort === cohort)?.users
    return size === undefined ? cohort : `${cohort} (${counted(size, 'user')})`
  })
  return list(
    [
      `Begins: ${stageTime(stage)}`,
      `Owner: ${orNone(stage.owner)}`,
      `Cohorts: ${sizes.length === 0 ? 'everyone' : sizes.join(', ')}`,
    ],
    '',
  )
}

/** What a runbook has besides its text. */
export interface RunbookOptions {
  /** Sequence diagrams before and after, in each stage. */
  readonly pictures?: boolean
}

/** The sign-ins before and after a stage, where they were asked for. */
function pictures(result: PlanResult, stage: number, options: RunbookOptions): readonly Block[] {
  const drawn = options.pictures === true ? stagePictures(result, stage, 4) : []
  return drawn.length === 0 ? [] : [heading(3, 'Sign-ins before and after'), ...drawn]
}

/** What earlier stages brought and this one leaves as it is, together with what it brings itself. */
function againstStartBlocks(result: PlanResult, stage: number): readonly Block[] {
  const told = againstStartSentences(result, stage)
  if (told === undefined) return []
  return [
    heading(3, 'At the end of the stage, compared with the start'),
    list(told, 'No sign-in that existed then differs.'),
  ]
}

function stagePage(result: PlanResult, stage: StageSummary, options: RunbookOptions): readonly Block[] {
  const { index, name, changes } = stage
  const gates = result.gates.filter((one) => one.stage === index)
  const findings = personasOf(result).flatMap((persona) => findingsOf(result, persona, index))
  const stops = stopsOf(result, index)
  const noWayBack = result.undo.some((one) => one.stage === index && one.answer === 'cannot-be-undone')
  return [
    { kind: 'page' },
    heading(2, `${index}. ${name}`),
    stageHead(result, stage),
    ...(stops.length === 0 ? [] : [strong('Stop: do not begin this stage as it is planned.'), list(stops, '')]),
    ...(noWayBack ? [strong('Point of no return: this stage cannot be undone; see its way back.')] : []),
    heading(3, 'Before you begin'),
    gateList(
      gates.filter(({ moment }) => moment === 'before'),
      'The plan states no gate before this stage.',
    ),
    heading(3, 'What to change'),
    list(changes.map(causeWithPlace), 'The stage changes nothing in the tenant file.'),
    heading(3, 'Who notices what'),
    list(
      inTime(findings).map((one) => findingItem(result, one)),
      'No sign-in changes.',
    ),
    ...againstStartBlocks(result, index),
    ...pictures(result, index, options),
    heading(3, 'Afterwards'),
    gateList(
      gates.filter(({ moment }) => moment === 'after'),
      'The plan states no gate after this stage.',
    ),
    heading(3, 'What to watch'),
    list(
      watchItems(result, stage),
      'The plan states nothing to watch, and no dated change changes a sign-in in this stage.',
    ),
    heading(3, 'Way back'),
    ...undoBlocks(result, index),
  ]
}

/** The runbook of a plan: an overview, then one page for each stage. */
export function runbookBlocks(result: PlanResult, options: RunbookOptions = {}): readonly Block[] {
  const cohorts = personaBlocks(result, 2)
  return [
    ...overview(result),
    ...result.stages.slice(1).flatMap((stage) => stagePage(result, stage, options)),
    ...dayOneBlocks(result),
    ...(cohorts.length === 0 ? [] : [{ kind: 'page' } as const, ...cohorts]),
  ]
}
