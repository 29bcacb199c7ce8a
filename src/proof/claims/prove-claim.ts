import type { Claim, Condition } from '../../analysis/claims/claim.ts'
import { addMask, emptyMask, indexesOf, keepMask } from '../../simulate/conditional-access/bits.ts'
import type { PolicyName } from '../../vocabulary/requests.ts'
import type { DimensionName } from '../atom.ts'
import { type Grid, gridOf } from '../grid.ts'
import { endedSearch, type Meant, prepareSearch } from '../ground.ts'
import { type PopulationScope, spaceOfPeople, spaceOfPrograms } from '../layers.ts'
import type { Side } from '../side.ts'
import { allOf, type Formula, type Statement } from './formula.ts'
import { findCertainOrPossible, type Looked, witnessOf } from './look.ts'
import type { Proof, ProofAnswer } from './proof.ts'
import { dimensionOf, isDecidedByPolicies } from './read-policy-sign-in.ts'
import { distinctionsOf, meantBy } from './spoken-of.ts'
import { statementOf } from './statements.ts'

/** A claim about sign-ins, as policies see it. */
interface Asked {
  /** Conditions on the properties of the sign-ins that it covers. */
  readonly chosen: readonly Condition[]
  /** Conditions on how policies decide the sign-ins that it covers. */
  readonly spoken: Statement
  readonly said: Statement
}

const isChoice = ({ key, values }: Condition): boolean =>
  dimensionOf(key) !== undefined && values.every((value) => isDecidedByPolicies(key, value))

function statementsOf(conditions: readonly Condition[]): Statement | undefined {
  const made = conditions.map(statementOf)
  const known = made.filter((one) => one !== undefined)
  return known.length < made.length ? undefined : allOf(known)
}

/** What a claim requires of policies; undefined if policies alone do not decide it. */
function askedOf({ where, says, counts, quantifier }: Claim): Asked | undefined {
  if (says === 'loses-access' || quantifier.kind === 'at-most' || quantifier.kind === 'at-least') return undefined
  const spoken = statementsOf(where.filter((one) => !isChoice(one)))
  const said = statementsOf(says)
  if (spoken === undefined || said === undefined || (counts === 'people' && quantifier.kind === 'every'))
    return undefined
  return { chosen: where.filter(isChoice), spoken, said }
}

/** Whether policies alone decide a claim. */
export const isOfPolicies = (claim: Claim): boolean => askedOf(claim) !== undefined

/** A claim concerns workload identities only if it names them; otherwise people. */
function namesPrograms(side: Side, chosen: readonly Condition[]): boolean {
  return chosen.some(({ key, values, negated }) => {
    if (negated) return false
    if (key === 'people') return values.includes('programs')
    return key === 'user' && values.some((name) => side.tenant.users.get(name)?.kind === 'service-principal')
  })
}

/** The counterexample to search for, or for `some` an example. */
function sought({ spoken, said }: Asked, kind: Claim['quantifier']['kind']): Formula {
  const wanted = kind === 'every' ? { yes: said.no, no: said.yes } : said
  return allOf([spoken, wanted]).yes
}

function answerOf(kind: Claim['quantifier']['kind'], { kind: found }: Looked, spoken: Looked): ProofAnswer {
  if (spoken.kind === 'none') return 'about-nobody'
  if (kind === 'some') return found === 'surely' ? 'proved' : found === 'none' ? 'refuted' : 'open'
  if (found !== 'none') return found === 'surely' ? 'refuted' : 'open'
  return spoken.kind === 'surely' ? 'proved' : 'open'
}

/** The enforced policies that can apply to the covered sign-ins and that the statement is about. */
function restingOn(grid: Grid, meant: Meant, formula: Formula): readonly PolicyName[] {
  const [side] = grid.sides
  if (side === undefined) return []
  const named = emptyMask(side.compiled.policies.length)
  for (const { contexts } of grid.classes)
    for (const { shield } of formula.flat()) for (const context of contexts) addMask(named, shield(side, context).maybe)
  grid.factors.forEach(({ places }, at) => {
    const any = emptyMask(side.compiled.policies.length)
    for (const place of meant.maybe[at] ?? []) addMask(any, places[place]?.possible)
    keepMask(named, any)
  })
  return indexesOf(named).flatMap((index) => side.compiled.policies[index]?.name ?? [])
}

const atomsOf = ({ space }: Grid): Partial<Record<DimensionName, number>> =>
  Object.fromEntries(space.layers.map(({ dimension, atoms }) => [dimension, atoms.length]))

/** The same claim without `only`: some of those named satisfy it. */
function ofThemselves({ exclusive: _exclusive, ...claim }: Claim): Claim {
  const where = claim.where.map((one, index) => (index === 0 ? { ...one, negated: !one.negated } : one))
  return { ...claim, quantifier: { kind: 'some' }, where }
}

/** Evaluates a claim over every possible sign-in; undefined if policies alone do not decide it. */
export function proveClaim(side: Side, text: string, claim: Claim, who: PopulationScope = {}): Proof | undefined {
  const asked = askedOf(claim)
  if (asked === undefined) return undefined
  const conditions = [...claim.where, ...(claim.says === 'loses-access' ? [] : claim.says)]
  const wishes = distinctionsOf(side, conditions, who)
  const ofPrograms = namesPrograms(side, asked.chosen)
  const space = ofPrograms ? spaceOfPrograms([side], wishes) : spaceOfPeople([side], wishes)
  const grid = gridOf([side], space)
  const meant = meantBy(
    grid,
    asked.chosen,
    conditions.some(({ key }) => key === 'entry'),
  )
  const ground = prepareSearch(grid, who, meant)
  const formula = sought(asked, claim.quantifier.kind)
  const found = findCertainOrPossible(ground, formula)
  const spoken = findCertainOrPossible(ground, asked.spoken.yes)
  const judged = answerOf(claim.quantifier.kind, found, spoken)
  const unfounded = judged === 'proved' && claim.exclusive === true && unseen(side, text, claim, who)
  // What could not be partitioned exactly is not proved.
  const answer = unfounded ? 'about-nobody' : judged === 'proved' && space.open.length > 0 ? 'open' : judged
  const sighted = found.sighted ?? (answer === 'open' ? spoken.sighted : undefined)
  const witness = sighted === undefined || answer === 'about-nobody' ? undefined : witnessOf(sighted)
  return {
    claim: text,
    answer,
    atoms: atomsOf(grid),
    policies: indexesOf(side.compiled.enforced).length,
    restsOn: restingOn(grid, meant, formula),
    ...(witness === undefined ? {} : { witness }),
    open: [...space.open, ...(answer === 'open' && (found.givenUp || spoken.givenUp) ? [endedSearch(ground)] : [])],
    missing: answer === 'open' ? [...new Set(witness?.decided.missing ?? [])] : [],
  }
}

const unseen = (side: Side, text: string, claim: Claim, who: PopulationScope): boolean =>
  proveClaim(side, text, ofThemselves(claim), who)?.answer !== 'proved'
