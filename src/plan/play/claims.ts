import type { CellReading } from '../../analysis/population/results.ts'
import { isIn } from '../../classes/bitmap.ts'
import { allOf, placesOf } from '../../classes/user-sets.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import type { FindingKind } from '../finding-kinds.ts'
import type { BreakGlassOutcome, ClaimOutcome, PlanAnswer, PlanClaim, PlanFinding, UndoOutcome } from '../result.ts'
import type { StagedPlan } from '../states/staged-plan.ts'
import { type Access, accessOf, possiblyWeaker } from './classify.ts'
import type { StateOfSets } from './set-states.ts'
import type { Player, Point } from './states.ts'

const isModern = ({ legs }: CellReading): boolean =>
  legs.some(({ verdict }) => !('credential' in verdict) || verdict.credential === 'interactive')

const bestOf = (all: readonly Access[]): Access =>
  all.includes('works') ? 'works' : all.includes('open') ? 'open' : 'closed'

/** How the emergency access accounts fare at a point: one modern sign-in that works is enough. */
export function breakGlassAt({ sets }: Pick<Player, 'sets'>, point: Point): readonly BreakGlassOutcome[] {
  return sets === undefined ? breakGlassByClass(point) : breakGlassInSets(sets.of(point))
}

function breakGlassInSets({ played }: StateOfSets): readonly BreakGlassOutcome[] {
  const { sets } = played.engine
  return sets.kinds.flatMap((kind): readonly BreakGlassOutcome[] => {
    if (sets.tenant.users.get(kind.representative)?.emergencyAccess !== true) return []
    const parts = [...played.requestsOf(kind.index).values()].flatMap((request) => played.partsOf(kind.index, request))
    const modern = parts.filter(({ reading }) => isModern(reading))
    return [...placesOf(allOf(kind))].map((place, member) => {
      const own = modern.filter(({ members }) => isIn(members, member))
      return { user: sets.nameAt(place), answer: bestOf(own.map(({ reading }) => accessOf(reading.verdict))) }
    })
  })
}

function breakGlassByClass({ state, matrix }: Point): readonly BreakGlassOutcome[] {
  const { tenant, classes } = state.side.population
  return classes.flatMap(({ index, representative }): readonly BreakGlassOutcome[] => {
    if (tenant.users.get(representative)?.emergencyAccess !== true) return []
    const modern = matrix.cells
      .filter((cell) => cell.class === index && isModern(cell))
      .map(({ verdict }) => accessOf(verdict))
    return [{ user: representative, answer: bestOf(modern) }]
  })
}

/** The emergency access accounts at each point. */
export interface BreakGlassAt {
  readonly stage: number
  readonly at: Instant
  readonly outcomes: readonly BreakGlassOutcome[]
}

const where = ({ stage, at, changes }: PlanFinding) => {
  const [{ users, client, purpose, network }] = changes
  return { stage, at, witness: `${users.representative}, ${client}, ${purpose}, from ${network}` }
}

function ofFindings(
  claim: PlanClaim,
  findings: readonly PlanFinding[],
  refuting: FindingKind,
  leavingOpen: FindingKind,
): ClaimOutcome {
  const no = findings.find(({ kind }) => kind === refuting)
  if (no !== undefined) return { claim, answer: 'refuted', ...where(no) }
  const perhaps = findings.find(({ kind }) => kind === leavingOpen)
  return perhaps === undefined ? { claim, answer: 'holds' } : { claim, answer: 'open', ...where(perhaps) }
}

/** A protected sign-in that becomes undetermined leaves open whether its second factor is still asked for. */
function weakening(findings: readonly PlanFinding[]): ClaimOutcome {
  const claim = 'nothing-weakened'
  const no = findings.find(({ kind }) => kind === 'weakened')
  if (no !== undefined) return { claim, answer: 'refuted', ...where(no) }
  for (const finding of findings) {
    const [change] = finding.changes.filter(possiblyWeaker)
    if (change !== undefined) return { claim, answer: 'open', ...where({ ...finding, changes: [change] }) }
  }
  return { claim, answer: 'holds' }
}

function undone(undo: readonly UndoOutcome[]): ClaimOutcome {
  const claim = 'stages-can-be-undone'
  const bad = undo.find(({ answer }) => answer === 'cannot-be-undone') ?? undo.find(({ answer }) => answer === 'open')
  if (bad === undefined) return { claim, answer: 'holds' }
  const [first] = bad.changes
  const shown = first && `${first.users.representative}, ${first.client}, ${first.purpose}, from ${first.network}`
  const witness = shown ?? bad.reason
  return {
    claim,
    answer: bad.answer === 'open' ? 'open' : 'refuted',
    stage: bad.stage,
    ...(bad.at === undefined ? {} : { at: bad.at }),
    ...(witness === undefined ? {} : { witness }),
  }
}

/** An exception that outlasts the plan has no end in it. */
function ending({ exceptions, until }: StagedPlan): ClaimOutcome {
  const claim = 'exceptions-end'
  const late = exceptions.find(({ expires }) => expires > until)
  if (late === undefined) return { claim, answer: 'holds' }
  return { claim, answer: 'refuted', stage: late.stage, at: late.expires, witness: late.name }
}

function breakGlass(seen: readonly BreakGlassAt[]): ClaimOutcome {
  const claim = 'break-glass-works'
  const all = seen.flatMap(({ stage, at, outcomes }) => outcomes.map((one) => ({ stage, at, ...one })))
  const bad = all.find(({ answer }) => answer === 'closed') ?? all.find(({ answer }) => answer === 'open')
  if (bad !== undefined) {
    const answer: PlanAnswer = bad.answer === 'closed' ? 'refuted' : 'open'
    return { claim, answer, stage: bad.stage, at: bad.at, witness: bad.user }
  }
  const without = seen.find(({ outcomes }) => outcomes.length === 0)
  return without === undefined
    ? { claim, answer: 'holds' }
    : { claim, answer: 'about-nobody', stage: without.stage, at: without.at }
}

/** The built-in claims about a plan that was played. */
export function claimsOf(
  plan: StagedPlan,
  findings: readonly PlanFinding[],
  undo: readonly UndoOutcome[],
  seen: readonly BreakGlassAt[],
): readonly ClaimOutcome[] {
  return [
    ofFindings('nobody-stranded', findings, 'stranded', 'perhaps-stranded'),
    ofFindings('nothing-opened', findings, 'opened', 'perhaps-opened'),
    weakening(findings),
    undone(undo),
    ending(plan),
    breakGlass(seen),
  ]
}
