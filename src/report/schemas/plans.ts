import type { FindingKind } from '../../plan/finding-kinds.ts'
import type { FoundOrder, OrderAnswer, OrdersResult } from '../../plan/play/orders-result.ts'
import type { CohortShare, ExceptionSummary, PlanAnswer, PlanClaim, PlanPoint, UndoOutcome } from '../../plan/result.ts'
import { change, difference } from './changes.ts'
import { dayOne } from './day-one.ts'
import { personaMatrix } from './persona-matrix.ts'
import {
  count,
  flag,
  instant,
  list,
  number,
  object,
  optional,
  pair,
  shape,
  text,
  texts,
  version,
  type Written,
  wordOf,
} from './schema.ts'

const stage = count('The number of the stage, from 1; 0 is the start.')
const at = instant('The instant.')
const users = count('The number of users.')
const answer = wordOf<PlanAnswer>('The answer.', { holds: true, refuted: true, open: true, 'about-nobody': true })
const witness = optional(text('A sign-in that decides the answer.'))
const cohorts = list(
  'The cohorts.',
  object<CohortShare>('One cohort.', { cohort: text('The cohort.'), users: count('The number of its users.') }),
)
const changes = list('Changed sign-ins.', change)
const differences = list('The changes of the stage.', difference)

const claim = wordOf<PlanClaim>('The claim.', {
  'nobody-stranded': true,
  'nothing-opened': true,
  'nothing-weakened': true,
  'stages-can-be-undone': true,
  'exceptions-end': true,
  'break-glass-works': true,
})

const kind = wordOf<FindingKind>('The kind.', {
  stranded: true,
  opened: true,
  weakened: true,
  'perhaps-stranded': true,
  'perhaps-opened': true,
  undetermined: true,
  'client-lost': true,
  'must-register': true,
  'asked-otherwise': true,
  gained: true,
  restored: true,
})

const finding = shape('What a stage, or time, does to users.', {
  kind,
  stage,
  at,
  by: wordOf<'stage' | 'time'>('What causes it.', { stage: true, time: true }),
  users,
  cohorts,
  because: list('The differences that cause it.', difference),
  changes,
})

const against = shape('What differs from the start when a stage ends.', {
  kind,
  stage,
  at: instant('The last instant of the stage that was evaluated.'),
  users,
  cohorts,
  signIns: count('How many sign-ins, equal ones of users alike once.'),
  example: change,
})

const undo = object<Written<UndoOutcome, 'at'>>('Whether a stage can be undone.', {
  stage,
  way: wordOf<UndoOutcome['way']>('How it is undone.', { inverse: true, stated: true, none: true }),
  reason: optional(text('Why it cannot.')),
  answer: wordOf<UndoOutcome['answer']>('The answer.', { 'can-be-undone': true, 'cannot-be-undone': true, open: true }),
  at: optional(at),
  changes,
  users,
  keepsActs: flag('Whether what users did remains.'),
  mustAct: list('Sign-ins whose users must act.', change),
  mustActUsers: count('The number of these users.'),
})

/** The document of `plan`. */
export const planOutcome = shape('A migration in stages: who is stranded, weakened or must act.', {
  formatVersion: version,
  plan: text('The name of the plan.'),
  file: text('The plan file.'),
  start: text('The tenant file at the start.'),
  tenant: text('The name of the tenant.'),
  from: instant('The first instant.'),
  until: instant('The last instant.'),
  users,
  cohorts,
  claims: list(
    'The claims of the plan.',
    shape('One claim.', {
      claim,
      says: text('The claim in words.'),
      answer,
      stage: optional(stage),
      at: optional(at),
      witness,
    }),
  ),
  stages: list(
    'The stages.',
    shape('One stage.', {
      stage,
      name: text('The name.'),
      date: optional(instant('The date.')),
      when: optional(text('The condition.')),
      owner: optional(text('Who is responsible.')),
      cohorts: texts('The cohorts.'),
      watch: texts('What to watch.'),
      changes: differences,
    }),
  ),
  exceptions: list(
    'Exceptions.',
    object<Written<ExceptionSummary, 'expires'>>('One exception.', {
      name: text('The name.'),
      owner: text('Who is responsible.'),
      reason: text('Why.'),
      stage,
      expires: instant('When it ends.'),
    }),
  ),
  gates: list(
    'The gates.',
    shape('One gate.', {
      stage,
      moment: wordOf<'before' | 'after'>('When it is judged.', { before: true, after: true }),
      at,
      claim: text('The claim.'),
      answer,
      witness,
    }),
  ),
  findings: list('The findings.', finding),
  againstStart: list('What differs from the start, whichever stage caused it.', against),
  undo: list('The way back of each stage.', undo),
  points: list(
    'The states of the tenant.',
    object<Written<PlanPoint, 'at'>>('One state.', {
      stage,
      at,
      exceptions: texts('The exceptions in force.'),
      signIns: count('The number of sign-ins.'),
    }),
  ),
  dayOne: optional(dayOne),
  matrix: optional(personaMatrix),
  dates: list('Vendor dates within the plan.', difference),
})

/** The document of `plan --order`. */
export const orders = object<OrdersResult & { readonly formatVersion: 1 }>('Orders of the stages of a plan.', {
  formatVersion: version,
  plan: text('The name of the plan.'),
  file: text('The plan file.'),
  stages: texts('The names of the stages, in the order of the plan.'),
  possible: number('The number of possible orders.'),
  steps: count('The number of steps evaluated.'),
  complete: flag('Whether all orders are decided.'),
  planned: object<OrdersResult['planned']>('The order of the plan.', {
    answer: wordOf<OrderAnswer>('The answer.', {
      'nobody-stranded': true,
      open: true,
      stranded: true,
      impossible: true,
    }),
    because: optional(text('Why.')),
    stage: optional(stage),
  }),
  orders: list(
    'Orders in which nobody is stranded, closest to the plan first.',
    object<FoundOrder>('One order.', {
      stages: list('The numbers of the stages.', stage),
      answer: wordOf<FoundOrder['answer']>('The answer.', { 'nobody-stranded': true, open: true }),
      swapped: count('How far it is from the plan.'),
    }),
  ),
  always: list('Pairs of stages that keep their order in each.', pair('One pair.', stage)),
})
