import type { FindingKind } from '../../plan/finding-kinds.ts'
import { type PlanClaim, type PlanFinding, planClaims } from '../../plan/result.ts'
import { answerWords, changeLines, claimPlace, claimWords, stageName, undoWords } from '../../report/plan/words.ts'
import { compared } from '../scenario/ledger.ts'
import { problem } from '../scenario/problem.ts'
import { planOf, stageNamed, wholePlanOf } from '../scenario/take-plan.ts'
import type { SignInWorld } from '../scenario/world.ts'
import { type StepDefinition, step } from './definition.ts'

/** A failure in the common format. */
const differs = (expected: string, actual: string): Error => problem(`expected: ${expected}\nactual:   ${actual}`)

const listed = (lines: readonly string[]): string => lines.map((line) => `\n          ${line}`).join('')

/** Counts every sign-in of every state, because an assertion about a plan covers all of them. */
function looked(world: SignInWorld): void {
  const { points } = planOf(world).result
  compared(
    world.ledger,
    points.reduce((sum, { signIns }) => sum + signIns, 0),
  )
}

/** Built-in claims that assert nothing if the plan has no subject for them. */
const needs: Readonly<Partial<Record<PlanClaim, 'exceptions'>>> = { 'exceptions-end': 'exceptions' }

function claimed(world: SignInWorld, claim: PlanClaim): void {
  const { result } = wholePlanOf(world)
  const said = claimWords[claim]
  if (needs[claim] === 'exceptions' && result.exceptions.length === 0)
    throw problem('the plan has no exception, so the step does not assert anything')
  if (result.stages.length < 2) throw problem('the plan has no stage, so the step does not assert anything')
  const outcome = result.claims.find((one) => one.claim === claim)
  if (outcome?.answer !== 'holds')
    throw differs(
      said,
      outcome === undefined ? 'not judged' : `${answerWords[outcome.answer]}: ${claimPlace(result, outcome)}`,
    )
  looked(world)
}

/** Findings of some kind in a stage, in words. */
const shown = (findings: readonly PlanFinding[]): string =>
  listed(findings.flatMap(({ changes }) => changeLines(changes, 3)))

const inStage = (world: SignInWorld, name: string, kind: FindingKind): readonly PlanFinding[] => {
  const index = stageNamed(world, name)
  return wholePlanOf(world).result.findings.filter((one) => one.stage === index && one.kind === kind)
}

function nobodyIn(world: SignInWorld, name: string): void {
  const found = inStage(world, name, 'stranded')
  if (found.length > 0) throw differs(`nobody is stranded in the stage "${name}"`, `stranded${shown(found)}`)
  const open = inStage(world, name, 'perhaps-stranded')
  if (open.length > 0) throw differs(`nobody is stranded in the stage "${name}"`, `undetermined${shown(open)}`)
  looked(world)
}

function firstIn(world: SignInWorld, kind: FindingKind, name: string): void {
  const index = stageNamed(world, name)
  const { result } = wholePlanOf(world)
  const first = result.findings.find((one) => one.kind === kind)
  const said = `the finding ${kind} appears first in ${stageName(result, index)}`
  if (first === undefined) throw differs(said, 'it appears in no stage')
  if (first.stage !== index)
    throw differs(said, `it appears first in ${stageName(result, first.stage)}${shown([first])}`)
  looked(world)
}

/** Findings that may turn out to be of a given kind once the missing facts are known. */
const mayBe: Readonly<Partial<Record<FindingKind, readonly FindingKind[]>>> = {
  stranded: ['perhaps-stranded'],
  opened: ['perhaps-opened'],
  weakened: ['perhaps-opened', 'undetermined'],
  'client-lost': ['perhaps-stranded', 'undetermined'],
}

function nowhere(world: SignInWorld, kind: FindingKind): void {
  const { result } = wholePlanOf(world)
  const found = (kinds: readonly FindingKind[]) => result.findings.find((one) => kinds.includes(one.kind))
  const first = found([kind]) ?? found(mayBe[kind] ?? [])
  if (first !== undefined)
    throw differs(
      `the finding ${kind} appears in no stage`,
      `${first.kind === kind ? 'it appears' : `it is undetermined (${first.kind})`} in ${stageName(result, first.stage)}${shown([first])}`,
    )
  looked(world)
}

function undone(world: SignInWorld, name: string, wanted: 'can-be-undone' | 'cannot-be-undone'): void {
  const index = stageNamed(world, name)
  const outcome = wholePlanOf(world).result.undo.find(({ stage }) => stage === index)
  if (outcome === undefined) throw problem('the start of a plan is no stage that could be undone')
  if (outcome.answer !== wanted)
    throw differs(
      `the stage "${name}" ${wanted.replaceAll('-', ' ')}`,
      `it ${undoWords(outcome)}${listed(changeLines(outcome.changes, 3))}`,
    )
  looked(world)
}

function gates(world: SignInWorld, name: string, wanted: boolean): void {
  const index = stageNamed(world, name)
  const all = wholePlanOf(world).result.gates.filter(({ stage }) => stage === index)
  if (all.length === 0) throw problem(`the stage "${name}" has no gates, so the step does not assert anything`)
  const failing = all.find(({ answer }) => answer === 'refuted') ?? all.find(({ answer }) => answer !== 'holds')
  const answer = failing?.answer ?? 'holds'
  if (answer !== (wanted ? 'holds' : 'refuted'))
    throw differs(
      `the gates of the stage "${name}" ${wanted ? 'hold' : 'do not hold'}`,
      failing === undefined
        ? 'all of them hold'
        : `${answerWords[answer]}: ${failing.claim}${failing.witness === undefined ? '' : `: ${failing.witness}`}`,
    )
  looked(world)
}

const claimSays: { readonly [Claim in PlanClaim]: string } = {
  'nobody-stranded':
    'everyone who can do something at the start of a stage can do it with some client throughout the plan',
  'nothing-opened': 'no sign-in that was blocked or impossible starts to work, other than one that worked at the start',
  'nothing-weakened': 'no stage and no date removes a second factor from a sign-in',
  'stages-can-be-undone': 'the way back of each stage strands nobody, whenever it is taken before the next stage',
  'exceptions-end':
    'every exception of the plan expires before the plan ends; a plan without exceptions fails the step',
  'break-glass-works': 'an emergency access account can sign in at every stage and date',
}

/** Assertions about a staged plan. */
export const thenPlan: readonly StepDefinition[] = [
  ...planClaims.map((claim) =>
    step('Then', claimWords[claim], { says: claimSays[claim], example: `Then ${claimWords[claim]}` }, (world) =>
      claimed(world, claim),
    ),
  ),
  step(
    'Then',
    'nobody is stranded in the stage {string}',
    {
      says: 'no sign-in that worked before stops working in this stage without another client for the same purpose',
      example: 'Then nobody is stranded in the stage "Pilot"',
    },
    nobodyIn,
  ),
  step(
    'Then',
    'the finding {plan finding} appears first in the stage {string}',
    {
      says: '`authplan plan` reports the finding in this stage and in none before it; "start" is the time before the first stage',
      example: 'Then the finding stranded appears first in the stage "The field moves"',
    },
    firstIn,
  ),
  step(
    'Then',
    'the finding {plan finding} appears in no stage',
    {
      says: '`authplan plan` does not report the finding in any stage, nor a finding that may turn out to be one',
      example: 'Then the finding weakened appears in no stage',
    },
    nowhere,
  ),
  step(
    'Then',
    'the stage {string} can be undone',
    {
      says: 'its way back strands nobody, whenever it is taken before the next stage',
      example: 'Then the stage "Pilot" can be undone',
    },
    (world, name) => undone(world, name, 'can-be-undone'),
  ),
  step(
    'Then',
    'the stage {string} cannot be undone',
    {
      says: 'the plan states that there is no way back, or the way back strands someone',
      example: 'Then the stage "The domain is converted" cannot be undone',
      negates: 'the stage {string} can be undone',
    },
    (world, name) => undone(world, name, 'cannot-be-undone'),
  ),
  step(
    'Then',
    'the gates of the stage {string} hold',
    {
      says: 'every claim that the plan sets before or after this stage is true; a stage without gates fails the step',
      example: 'Then the gates of the stage "Pilot" hold',
    },
    (world, name) => gates(world, name, true),
  ),
  step(
    'Then',
    'the gates of the stage {string} do not hold',
    {
      says: 'a claim that the plan sets before or after this stage is false',
      example: 'Then the gates of the stage "Pilot" do not hold',
      negates: 'the gates of the stage {string} hold',
    },
    (world, name) => gates(world, name, false),
  ),
]
