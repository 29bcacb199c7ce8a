import { clausesOfGrant } from '../../analysis/claims/demands.ts'
import type { Policy } from '../../tenant/conditional-access/model.ts'
import type { Trace } from '../../trace/step.ts'
import { controlWords } from '../../vocabulary/demand-words.ts'
import type { Demands } from '../scenario/demands.ts'
import { mismatch } from '../scenario/expectation.ts'
import { compared } from '../scenario/ledger.ts'
import { problem } from '../scenario/problem.ts'
import { demandWords, sameClauses } from '../scenario/read-demands.ts'
import { inEverySession, requiredLegs } from '../scenario/required-legs.ts'
import type { Rows } from '../scenario/rows.ts'
import { type SignInWorld, tenantOf } from '../scenario/world.ts'
import { type StepDefinition, step, tableStep } from './definition.ts'
import { deny } from './denied.ts'
import { readTable } from './tables.ts'

function policyOf(world: SignInWorld, name: string): Policy {
  const found = tenantOf(world).conditionalAccess.policies.filter((policy) => policy.name === name)
  const [policy, ...others] = found
  if (policy === undefined) throw problem(`unknown policy \`${name}\``)
  if (others.length > 0) throw problem(`${found.length} policies are named \`${name}\`, so the step is not about one`)
  if (policy.notUnderstood.length > 0)
    throw problem(
      `the policy \`${name}\` is not understood: ${policy.notUnderstood.map(({ path, what }) => `${path}: ${what}`).join('; ')}`,
    )
  return policy
}

const demandsOf = ({ grant }: Policy): Demands =>
  grant === undefined
    ? { block: false, clauses: [] }
    : { block: grant.block, clauses: grant.block ? [] : clausesOfGrant(grant) }

const same = (one: Demands, other: Demands): boolean =>
  one.block === other.block && sameClauses(one.clauses, other.clauses)

function policyRequires(world: SignInWorld, name: string, wanted: Demands): void {
  const actual = demandsOf(policyOf(world, name))
  compared(world.ledger)
  if (same(actual, wanted)) return
  throw problem(`expected: the policy requires ${demandWords(wanted)}\nactual:   ${demandWords(actual)}`)
}

/** A policy does not require a control if none of its clauses contains it, alone or as an alternative. */
function policyDoesNot(world: SignInWorld, name: string, denied: Demands): void {
  const actual = demandsOf(policyOf(world, name))
  compared(world.ledger)
  const all = actual.clauses.flat()
  const found = denied.clauses.flat().find((control) => all.includes(control))
  const nothing = denied.clauses.length === 0 && !denied.block
  const so = nothing ? actual.clauses.length === 0 && !actual.block : denied.block && actual.block
  if (!so && found === undefined) return
  throw problem(`expected: the policy does not require ${demandWords(denied)}\nactual:   ${demandWords(actual)}`)
}

/** What policies still require on a leg; undefined if undetermined. */
function demandedOn({ conditionalAccess, openClauses }: Trace): Demands | undefined {
  if (conditionalAccess === undefined) return { block: false, clauses: [] }
  const { decision, required } = conditionalAccess
  if (decision === 'undetermined' || openClauses !== undefined) return undefined
  return { block: decision === 'block', clauses: required }
}

function required(world: SignInWorld, wanted: Demands): void {
  inEverySession(world, (session) => {
    for (const leg of requiredLegs(session)) {
      const actual = demandedOn(leg)
      if (actual !== undefined && same(actual, wanted)) continue
      const found = actual === undefined ? 'undetermined' : demandWords(actual)
      throw mismatch(`the grant controls required are ${demandWords(wanted)}`, found, session, leg)
    }
  })
}

function notRequired(world: SignInWorld, denied: Demands): void {
  deny(world, {
    words: `the grant controls required are not ${demandWords(denied)}`,
    sightings: (session) =>
      requiredLegs(session).map((leg) => {
        const actual = demandedOn(leg)
        const words = actual === undefined ? 'undetermined' : demandWords(actual)
        return { leg, is: actual === undefined ? undefined : same(actual, denied), actual: words }
      }),
  })
}

const rowsOf = (controls: object | undefined): ReadonlyMap<string, string> =>
  new Map(Object.entries(controls ?? {}).map(([name, value]) => [name, controlWords(value)]))

/** Compares the session controls with exactly those of the table. */
function compareControls(
  rows: Rows,
  actual: ReadonlyMap<string, string>,
  fail: (wanted: string, actual: string) => Error,
): void {
  const table = readTable(rows, ['control', 'value'], ['control', 'value'])
  const wanted = new Map(table.rows.map(({ cells }) => [cells.get('control') ?? '', cells.get('value') ?? '']))
  const text = (controls: ReadonlyMap<string, string>): string =>
    [...controls]
      .map(([name, value]) => `${name}: ${value}`)
      .sort()
      .join('; ') || 'none'
  if (wanted.size !== table.rows.length) throw problem('the table names a session control twice')
  if (text(wanted) !== text(actual)) throw fail(text(wanted), text(actual))
}

function sessionControls(world: SignInWorld, rows: Rows): void {
  inEverySession(world, (session) => {
    for (const leg of requiredLegs(session)) {
      if (leg.conditionalAccess?.decision === 'undetermined')
        throw mismatch('session controls', 'undetermined', session, leg)
      compareControls(rows, rowsOf(leg.conditionalAccess?.session), (wanted, actual) =>
        mismatch(`the session controls ${wanted}`, actual, session, leg),
      )
    }
  })
}

/** Assertions on the requirements of Conditional Access policies. */
export const thenDemands: readonly StepDefinition[] = [
  step(
    'Then',
    'the policy {policy} requires {demands}',
    {
      says: 'the policy requires exactly this: controls joined by `and`, alternatives by `or` (which binds tighter), `block access` or `nothing`',
      example: 'Then the policy "MFA for executives" requires multifactor authentication',
    },
    policyRequires,
  ),
  step(
    'Then',
    'the policy {policy} does not require {demands}',
    {
      says: 'the policy requires none of these controls, alone or as an alternative',
      example: 'Then the policy "MFA for executives" does not require a compliant device',
      negates: 'the policy {policy} requires {demands}',
    },
    policyDoesNot,
  ),
  step(
    'Then',
    'the grant controls required are {demands}',
    {
      says: 'on every required leg the policies still require exactly this; controls already met are left out',
      example: 'Then the grant controls required are multifactor authentication and a compliant device',
    },
    required,
  ),
  step(
    'Then',
    'the grant controls required are not {demands}',
    {
      says: 'on no required leg do the policies still require exactly this',
      example: 'Then the grant controls required are not nothing',
      negates: 'the grant controls required are {demands}',
    },
    notRequired,
  ),
  tableStep(
    'Then',
    'the session controls are:',
    {
      says: 'every required leg has exactly these session controls, in the names and values of Graph; columns: control, value',
      example: 'Then the session controls are:\n  | control         | value   |\n  | signInFrequency | 8 hours |',
    },
    sessionControls,
  ),
  tableStep(
    'Then',
    'the policy {policy} has these session controls:',
    {
      says: 'the policy has exactly these session controls, in the names and values of Graph; columns: control, value',
      example:
        'Then the policy "Sign in daily" has these session controls:\n  | control         | value  |\n  | signInFrequency | 1 days |',
    },
    (world, name, rows) => {
      compared(world.ledger)
      compareControls(rows, rowsOf(policyOf(world, name).session), (wanted, actual) =>
        problem(`expected: the session controls ${wanted}\nactual:   ${actual}`),
      )
    },
  ),
]
