import type { SessionVerdict } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { Credential } from '../../vocabulary/credentials.ts'
import { decidingLeg, mismatch, sessionWords, verdictWords } from '../scenario/expectation.ts'
import { inEverySession, requiredLegs } from '../scenario/required-legs.ts'
import type { Rows } from '../scenario/rows.ts'
import type { Session } from '../scenario/session.ts'
import { readable } from '../scenario/words.ts'
import type { SignInWorld } from '../scenario/world.ts'
import { formerly, type StepDefinition, step, tableStep } from './definition.ts'
import { readCell } from './parameter-types.ts'
import { readTable } from './tables.ts'
import { works } from './verdict-table.ts'

function ends(session: Session, kind: SessionVerdict['kind']): void {
  if (session.verdict.kind === kind) return
  throw mismatch(readable(kind), sessionWords(session.verdict), session)
}

/** Fails unless every required leg accepts the user. */
export function succeeds(session: Session): void {
  if (session.verdict.kind !== 'conflict' && works(session)) return
  throw mismatch('the sign-in succeeds', sessionWords(session.verdict), session)
}

function errorIs(session: Session, error: string): void {
  const leg = decidingLeg(session)
  const verdict = leg === undefined ? undefined : verdictOf(leg)
  const actual = verdict !== undefined && 'error' in verdict ? verdict.error : undefined
  if (actual === error) return
  throw mismatch(`error ${error}`, actual === undefined ? 'no error' : `error ${actual}`, session, leg)
}

function isRefused(
  session: Session,
  credential: Credential,
  by?: { verifier?: string; error?: string; rule?: string },
): void {
  const legs = requiredLegs(session)
  const refusals = legs.flatMap((leg) => leg.refused.filter((refusal) => refusal.credential === credential))
  const presented = legs.flatMap((leg) => {
    const verdict = verdictOf(leg)
    if (verdict.kind !== 'refused' || verdict.credential !== credential) return []
    const { rule, verifier, error } = verdict
    return [{ credential, by: verifier, rule, error }]
  })
  const found = [...presented, ...refusals]
  const fits = found.find(
    (refusal) =>
      (by?.verifier === undefined || by.verifier === refusal.by) &&
      (by?.error === undefined || by.error === refusal.error) &&
      (by?.rule === undefined || by.rule === refusal.rule),
  )
  if (fits !== undefined) return
  const wanted = [
    by?.verifier && `by ${by.verifier}`,
    by?.error && `with error ${by.error}`,
    by?.rule && `by rule ${by.rule}`,
  ]
  const seen = found.map(
    (refusal) => `refused by ${refusal.by}, rule ${refusal.rule}, error ${refusal.error ?? 'none'}`,
  )
  const expected = [`the ${readable(credential)} is refused`, ...wanted.filter(Boolean)].join(' ')
  throw mismatch(expected, seen.length > 0 ? seen.join('; ') : sessionWords(session.verdict), session)
}

function blockedBy(session: Session, policy: string): void {
  const leg = requiredLegs(session).find((trace) => verdictOf(trace).kind === 'blocked')
  const verdict = leg === undefined ? undefined : verdictOf(leg)
  if (verdict?.kind === 'blocked' && verdict.policies.includes(policy)) return
  throw mismatch(
    `blocked by the policy ${policy}`,
    verdict === undefined ? sessionWords(session.verdict) : verdictWords(verdict),
    session,
  )
}

function missingFacts(world: SignInWorld, rows: Rows): void {
  const { rows: named } = readTable([['fact'], ...rows], ['fact'], ['fact'])
  const wanted = named.map(({ cells }) => cells.get('fact') ?? '').sort()
  inEverySession(world, (session) => {
    const actual = session.verdict.kind === 'undetermined' ? [...session.verdict.missing].sort() : []
    if (actual.join() === wanted.join()) return
    throw mismatch(`undetermined without ${wanted.join(', ')}`, sessionWords(session.verdict), session)
  })
}

function splitCredentials(world: SignInWorld, rows: Rows, kind: 'conflict' | 'several-credentials'): void {
  const table = readTable(rows, ['leg', 'credential'], ['leg', 'credential'])
  const wanted = table.rows.map(({ cells }) =>
    [readCell('leg', cells.get('leg') ?? '', world), readCell('credential', cells.get('credential') ?? '', world)].join(
      ' needs ',
    ),
  )
  inEverySession(world, (session) => {
    const { verdict } = session
    const actual =
      verdict.kind === kind ? verdict.credentials.map(({ leg, credential }) => `${leg} needs ${credential}`) : []
    if (actual.length > 0 && [...actual].sort().join() === [...wanted].sort().join()) return
    throw mismatch(`${readable(kind)}: ${wanted.join(', ')}`, sessionWords(verdict), session)
  })
}

const openEnds: readonly StepDefinition[] = [
  tableStep(
    'Then',
    'the sign-in is undetermined without:',
    {
      says: 'the verdict depends on exactly these missing facts, one per row',
      example: 'Then the sign-in is undetermined without:\n  | accountInCloud |',
    },
    missingFacts,
  ),
  tableStep(
    'Then',
    'one prompt would need these credentials:',
    {
      says: 'the session is a conflict: one prompt, several credentials; columns: leg, credential',
      example:
        'Then one prompt would need these credentials:\n  | leg                      | credential       |\n  | on-premises autodiscover | account password |\n  | cloud autodiscover       | app password     |',
    },
    (world, rows) => splitCredentials(world, rows, 'conflict'),
  ),
  tableStep(
    'Then',
    'the user needs each of these credentials:',
    {
      says: 'each leg has its own prompt and takes its own credential; columns: leg, credential',
      example:
        'Then the user needs each of these credentials:\n  | leg       | credential       |\n  | registrar | account password |\n  | mailbox   | app password     |',
    },
    (world, rows) => splitCredentials(world, rows, 'several-credentials'),
  ),
]

const noCredential = step(
  'Then',
  'no credential can sign in',
  { says: 'no credential works', example: 'Then no credential can sign in' },
  (world) => inEverySession(world, (session) => ends(session, 'cannot-sign-in')),
)

/** Assertions on the outcome of a sign-in. */
export const thenOutcome: readonly StepDefinition[] = [
  step(
    'Then',
    'the sign-in succeeds',
    { says: 'the user can sign in on every required leg', example: 'Then the sign-in succeeds' },
    (world) => inEverySession(world, succeeds),
  ),
  step(
    'Then',
    'the sign-in is blocked',
    { says: 'a policy, a setting of the service or an access rule blocks it', example: 'Then the sign-in is blocked' },
    (world) => inEverySession(world, (session) => ends(session, 'blocked')),
  ),
  step(
    'Then',
    'the sign-in is blocked by the policy {policy}',
    {
      says: 'this Conditional Access policy blocks it',
      example: 'Then the sign-in is blocked by the policy "Block legacy authentication"',
    },
    (world, policy) => inEverySession(world, (session) => blockedBy(session, policy)),
  ),
  step(
    'Then',
    'the sign-in is refused',
    { says: 'the credential presented is not accepted', example: 'Then the sign-in is refused' },
    (world) => inEverySession(world, (session) => ends(session, 'refused')),
  ),
  noCredential,
  formerly('no credential opens the sign-in', noCredential, { example: 'Then no credential opens the sign-in' }),
  step(
    'Then',
    'the error code is {string}',
    { says: 'the deciding leg ends with this error', example: 'Then the error code is "AADSTS50126"' },
    (world, error) => inEverySession(world, (session) => errorIs(session, error)),
  ),
  step(
    'Then',
    '{credential} is refused',
    { says: 'some required leg refuses the credential', example: 'Then the account password is refused' },
    (world, credential) => inEverySession(world, (session) => isRefused(session, credential)),
  ),
  step(
    'Then',
    '{credential} is refused by {verifier}',
    {
      says: 'this verifier refuses the credential on some required leg',
      example: 'Then the account password is refused by Microsoft Entra ID',
    },
    (world, credential, verifier) => inEverySession(world, (session) => isRefused(session, credential, { verifier })),
  ),
  step(
    'Then',
    '{credential} is refused with error {string}',
    {
      says: 'some required leg refuses the credential with this error',
      example: 'Then the account password is refused with error "AADSTS50126"',
    },
    (world, credential, error) => inEverySession(world, (session) => isRefused(session, credential, { error })),
  ),
  step(
    'Then',
    'rule {rule} refuses {credential}',
    {
      says: 'this rule refuses the credential on some required leg',
      example: 'Then rule ACC-1 refuses the account password',
    },
    (world, rule, credential) => inEverySession(world, (session) => isRefused(session, credential, { rule })),
  ),
  ...openEnds,
]
