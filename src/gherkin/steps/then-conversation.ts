import type { Trace } from '../../trace/step.ts'
import { promptCount, verdictOf } from '../../trace/verdict.ts'
import { messages, wasContacted } from '../../trace/views.ts'
import type { ActorId, AuditTrail } from '../../vocabulary/actors.ts'
import type { FactName } from '../../vocabulary/facts.ts'
import type { Question, RuleId } from '../../vocabulary/questions.ts'
import type { LegName } from '../../vocabulary/requests.ts'
import { decidedWords, decidingRule, endingRule } from '../scenario/deciding-rule.ts'
import { mismatch, questionsBehind, sessionWords, verdictWords } from '../scenario/expectation.ts'
import { actorNamed } from '../scenario/find-names.ts'
import { inEverySession, legOf, requiredLegs } from '../scenario/required-legs.ts'
import type { Rows } from '../scenario/rows.ts'
import type { Session } from '../scenario/session.ts'
import { plainWords, readable, refuseName } from '../scenario/words.ts'
import { type SignInWorld, tenantOf } from '../scenario/world.ts'
import { type StepDefinition, step, tableStep } from './definition.ts'
import { readCell } from './parameter-types.ts'
import { readTable } from './tables.ts'

function ruleDecides(session: Session, rule: RuleId, question: Question): void {
  const found = requiredLegs(session).map((leg) => ({ leg, rule: decidingRule(leg, question) }))
  const decided = found.filter((leg) => leg.rule !== undefined)
  const wrong = decided.find((leg) => leg.rule !== rule)
  if (decided.length > 0 && wrong === undefined) return
  const actual =
    wrong === undefined
      ? `no leg asks it: ${sessionWords(session.verdict)}`
      : decidedWords(wrong.leg, wrong.rule ?? 'open')
  throw mismatch(`rule ${rule} decides the ${readable(question)}`, actual, session, wrong?.leg)
}

function ruleEnds(session: Session, rule: RuleId): void {
  const failed = requiredLegs(session).find((leg) => verdictOf(leg).kind !== 'signs-in')
  const legs = failed === undefined ? requiredLegs(session) : [failed]
  for (const leg of legs) {
    if (endingRule(leg) !== rule)
      throw mismatch(`rule ${rule} decides the verdict`, verdictWords(verdictOf(leg)), session, leg)
  }
}

/** An undetermined leg stops at the first missing fact, so something that has not happened may still happen. */
function refuseOpen(session: Session, expected: string): void {
  const open = session.traces.find((trace) => verdictOf(trace).kind === 'undetermined')
  if (open !== undefined) throw mismatch(expected, verdictWords(verdictOf(open)), session, open)
}

function contact(session: Session, actor: ActorId, wanted: boolean): void {
  if (!wanted) refuseOpen(session, `${readable(actor)} is not contacted`)
  const leg = session.traces.find((trace) => wasContacted(trace, actor))
  if ((leg !== undefined) === wanted) return
  const actual = leg === undefined ? 'it is not contacted' : `it takes part in the ${readable(leg.request.leg)} leg`
  throw mismatch(`${readable(actor)} is ${wanted ? '' : 'not '}contacted`, actual, session, leg)
}

function recorded(session: Session, trail: AuditTrail, wanted: boolean): void {
  if (!wanted) refuseOpen(session, `the sign-in is not recorded by ${readable(trail)}`)
  const leg = session.traces.find((trace) => trace.audit.includes(trail))
  if ((leg !== undefined) === wanted) return
  const all = [...new Set(session.traces.flatMap((trace) => trace.audit))]
  const actual = `it is recorded by ${all.length === 0 ? 'no log' : all.map(readable).join(', ')}`
  throw mismatch(`the sign-in is ${wanted ? '' : 'not '}recorded by ${readable(trail)}`, actual, session, leg)
}

function secondFactor(session: Session, wanted: string, by?: string): void {
  for (const leg of requiredLegs(session)) {
    const verdict = verdictOf(leg)
    const provider = verdict.kind === 'signs-in' ? verdict.secondFactorBy : undefined
    if (verdict.kind === 'signs-in' && verdict.secondFactor === wanted && (by === undefined || by === provider))
      continue
    const actual =
      verdict.kind === 'signs-in' && provider !== undefined
        ? `${verdictWords(verdict)}, by ${provider}`
        : verdictWords(verdict)
    const other = verdict.kind === 'signs-in' && verdict.secondFactor === wanted
    const behind = questionsBehind[other ? 'second factor by' : 'second factor']
    throw mismatch(`second factor ${wanted}${by === undefined ? '' : ` by ${by}`}`, actual, session, leg, behind)
  }
}

interface MessageRow {
  readonly from: ActorId | undefined
  readonly to: ActorId | undefined
  readonly message: string
}

function messageRows(world: SignInWorld, rows: Rows): readonly MessageRow[] {
  const actor = (text: string | undefined) => (text === undefined ? undefined : actorNamed(tenantOf(world), text))
  return readTable(rows, ['from', 'to', 'message'], ['message'], 'in order').rows.map(({ cells }) => ({
    from: actor(cells.get('from')),
    to: actor(cells.get('to')),
    message: plainWords(cells.get('message') ?? ''),
  }))
}

function messagesInclude(world: SignInWorld, rows: Rows): void {
  const wanted = messageRows(world, rows)
  inEverySession(world, (session) => {
    const said = session.traces.flatMap(messages)
    let at = 0
    for (const row of wanted) {
      const next = said.findIndex(
        (step, index) =>
          index >= at &&
          plainWords(step.message.kind) === row.message &&
          (row.from === undefined || row.from === step.from) &&
          (row.to === undefined || row.to === step.to),
      )
      if (next < 0) {
        const lines = said.map(({ from, to, message }) => `\n  ${from} to ${to}: ${readable(message.kind)}`).join('')
        const ends = [row.from && `from ${row.from}`, row.to && `to ${row.to}`].filter(Boolean).join(' ')
        throw mismatch(
          `${row.message} ${ends} after message ${at}`.replace('  ', ' '),
          `the messages are:${lines}`,
          session,
        )
      }
      at = next + 1
    }
  })
}

function factsInclude(world: SignInWorld, name: LegName, rows: Rows): void {
  const table = readTable([['fact', 'value'], ...rows], ['fact', 'value'], ['fact', 'value'])
  inEverySession(world, (session) => {
    const leg = legOf(session, name)
    for (const { cells } of table.rows)
      checkFact(world, session, leg, cells.get('fact') ?? '', cells.get('value') ?? '')
  })
}

function checkFact(world: SignInWorld, session: Session, leg: Trace, name: string, value: string): void {
  const fact: FactName = readCell('fact', name, world)
  if (!(fact in leg.facts)) throw refuseName('fact of this leg:', fact, Object.keys(leg.facts))
  if (leg.facts[fact] === value) return
  throw mismatch(`${fact} is ${value}`, `${fact} is ${leg.facts[fact]}`, session, leg)
}

function usesFlow(session: Session, name: LegName, flow: string): void {
  const leg = legOf(session, name)
  const used = leg.authentication?.used ?? 'none'
  if (used === flow) return
  throw mismatch(`the ${readable(name)} leg uses ${flow}`, `it uses ${used}`, session, leg)
}

function prompts(session: Session, count: number): void {
  if (session.verdict.kind === 'undetermined')
    throw mismatch(`${count} prompts`, sessionWords(session.verdict), session)
  const actual = promptCount(session.traces)
  if (actual !== count) throw mismatch(`${count} prompts`, `${actual} prompts`, session)
}

/** Assertions on the course of a sign-in: participants, deciding rules, messages and logs. */
export const thenConversation: readonly StepDefinition[] = [
  step(
    'Then',
    'rule {rule} decides {question}',
    {
      says: 'this rule answers the question on every required leg that asks it',
      example: 'Then rule CRED-2 decides the credential',
    },
    (world, rule, question) => inEverySession(world, (session) => ruleDecides(session, rule, question)),
  ),
  step(
    'Then',
    'rule {rule} ends the sign-in',
    {
      says: 'the verdict of the deciding leg comes from this rule',
      example: 'Then rule CRED-2 ends the sign-in',
    },
    (world, rule) => inEverySession(world, (session) => ruleEnds(session, rule)),
  ),
  step(
    'Then',
    '{participant} is contacted',
    { says: 'it is contacted on some leg', example: 'Then the identity provider is contacted' },
    (world, actor) => inEverySession(world, (session) => contact(session, actor, true)),
  ),
  step(
    'Then',
    '{participant} is not contacted',
    { says: 'it is not contacted on any leg', example: 'Then the identity provider is not contacted' },
    (world, actor) => inEverySession(world, (session) => contact(session, actor, false)),
  ),
  step(
    'Then',
    'the second factor is {second factor}',
    { says: 'the second factor has this outcome on every required leg', example: 'Then the second factor is bypassed' },
    (world, wanted) => inEverySession(world, (session) => secondFactor(session, wanted)),
  ),
  step(
    'Then',
    'the second factor is {second factor} by {second factor provider}',
    {
      says: 'the second factor has this outcome on every required leg, and is performed by this provider',
      example: 'Then the second factor is asked by Microsoft Entra ID',
    },
    (world, wanted, by) => inEverySession(world, (session) => secondFactor(session, wanted, by)),
  ),
  step(
    'Then',
    'the sign-in is recorded by {trail}',
    { says: 'this log records some leg', example: 'Then the sign-in is recorded by Microsoft Entra ID' },
    (world, trail) => inEverySession(world, (session) => recorded(session, trail, true)),
  ),
  step(
    'Then',
    'the sign-in is not recorded by {trail}',
    { says: 'this log records no leg', example: 'Then the sign-in is not recorded by Active Directory' },
    (world, trail) => inEverySession(world, (session) => recorded(session, trail, false)),
  ),
  tableStep(
    'Then',
    'these messages are sent in this order:',
    {
      says: 'the messages occur in this order, possibly with others in between; columns: message; optional: from, to',
      example:
        'Then these messages are sent in this order:\n  | from            | to       | message              |\n  | exchange-online | entra-id | credential-forwarded |',
    },
    messagesInclude,
  ),
  tableStep(
    'Then',
    'the {leg} leg knows these facts:',
    {
      says: 'each fact has this value on that leg',
      example: 'Then the mailbox leg knows these facts:\n  | perUserMfaState | enforced |',
    },
    factsInclude,
  ),
  step(
    'Then',
    'the {leg} leg authenticates with {flow}',
    {
      says: 'this authentication method is used on that leg',
      example: 'Then the mailbox leg authenticates with basic authentication',
    },
    (world, leg, flow) => inEverySession(world, (session) => usesFlow(session, leg, flow)),
  ),
  step(
    'Then',
    'the user is prompted {int} time(s)',
    { says: 'the user is prompted this many times', example: 'Then the user is prompted 1 time' },
    (world, count) => inEverySession(world, (session) => prompts(session, count)),
  ),
]
