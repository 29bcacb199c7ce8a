import { verdictOf } from '../../trace/verdict.ts'
import type { Verifier } from '../../vocabulary/actors.ts'
import type { Credential } from '../../vocabulary/credentials.ts'
import { mismatch, questionsBehind, sessionWords, verdictWords } from '../scenario/expectation.ts'
import { expectCredentialEverywhere, inEverySession, legOf, requiredLegs } from '../scenario/required-legs.ts'
import type { Session } from '../scenario/session.ts'
import { readable } from '../scenario/words.ts'
import { type SignInWorld, type Subject, setSubject } from '../scenario/world.ts'
import { legColumns, type SessionColumn, sessionColumns } from './cell-readings.ts'
import { type StepDefinition, step, tableStep } from './definition.ts'
import { checkLegTable, checkTable } from './verdict-table.ts'

const others = (must: SessionColumn): string => sessionColumns.filter((column) => column !== must).join(', ')

function mustUse(world: SignInWorld, subject: Subject, credential: Credential): void {
  setSubject(world, subject)
  expectCredentialEverywhere(world, credential)
}

function letsNobodyIn(world: SignInWorld, subject: Subject): void {
  setSubject(world, subject)
  inEverySession(world, (session) => {
    const { kind } = session.verdict
    if (kind === 'blocked' || kind === 'cannot-sign-in' || kind === 'refused') return
    throw mismatch('no access', sessionWords(session.verdict), session)
  })
}

function verifiedBy(session: Session, credential: Credential, verifier: Verifier): void {
  const legs = requiredLegs(session).filter((leg) => {
    const verdict = verdictOf(leg)
    return verdict.kind === 'signs-in' && verdict.credential === credential
  })
  const expected = `the ${readable(credential)} is verified by ${verifier}`
  if (legs.length === 0) throw mismatch(expected, sessionWords(session.verdict), session)
  for (const leg of legs) {
    const verdict = verdictOf(leg)
    if (verdict.kind === 'signs-in' && verdict.verifier !== verifier)
      throw mismatch(expected, verdictWords(verdict), session, leg, questionsBehind['verifier'])
  }
}

/** Assertions on the credential of a sign-in and its verifier. */
export const thenCredential: readonly StepDefinition[] = [
  step(
    'Then',
    '{user} must use {credential} to {purpose} with {client}',
    {
      says: 'every required leg takes this credential, from every network unless one is named',
      example: 'Then the finance lead must use the app password to open the address book with Outlook 2010',
    },
    (world, user, credential, purpose, client) => mustUse(world, { user, client, purpose }, credential),
  ),
  step(
    'Then',
    '{user} must use {credential} to {purpose} with {client} from {network}',
    {
      says: 'every required leg takes this credential from that network',
      example: 'Then the finance lead must use the app password to read mail with Outlook 2010 from the internet',
    },
    (world, user, credential, purpose, client, network) =>
      mustUse(world, { user, client, purpose, network }, credential),
  ),
  step(
    'Then',
    '{user} cannot {purpose} with {client}',
    {
      says: 'the sign-in is blocked, refused or impossible, from every network unless one is named',
      example: 'Then the finance lead cannot read mail with Outlook 2007',
    },
    (world, user, purpose, client) => letsNobodyIn(world, { user, client, purpose }),
  ),
  step(
    'Then',
    '{user} cannot {purpose} with {client} from {network}',
    {
      says: 'the sign-in is blocked, refused or impossible from that network',
      example: 'Then the finance lead cannot read mail with Outlook 2007 from the internet',
    },
    (world, user, purpose, client, network) => letsNobodyIn(world, { user, client, purpose, network }),
  ),
  step(
    'Then',
    'the required credential is {credential}',
    { says: 'every required leg takes this credential', example: 'Then the required credential is the app password' },
    expectCredentialEverywhere,
  ),
  step(
    'Then',
    'the {leg} leg requires {credential}',
    { says: 'one leg takes this credential', example: 'Then the mailbox leg requires the app password' },
    (world, leg, credential) =>
      inEverySession(world, (session) => {
        const trace = legOf(session, leg)
        const verdict = verdictOf(trace)
        if (verdict.kind === 'signs-in' && verdict.credential === credential) return
        throw mismatch(
          `the ${readable(leg)} leg requires ${readable(credential)}`,
          verdictWords(verdict),
          session,
          trace,
        )
      }),
  ),
  step(
    'Then',
    '{credential} is verified by {verifier}',
    {
      says: 'this verifier checks the credential on every required leg that takes it',
      example: 'Then the app password is verified by Microsoft Entra ID',
    },
    (world, credential, verifier) => inEverySession(world, (session) => verifiedBy(session, credential, verifier)),
  ),
  tableStep(
    'Then',
    'the required credentials are:',
    {
      says: `every row is true; columns: user, client, purpose, credential; optional: network, date, ${others('credential')}`,
      example:
        'Then the required credentials are:\n  | user         | client       | purpose               | credential   |\n  | finance lead | Outlook 2010 | open the address book | app password |',
    },
    (world, rows) => checkTable(world, rows, 'credential'),
  ),
  tableStep(
    'Then',
    'the verdicts are:',
    {
      says: `every row is true; columns: user, client, purpose, verdict; optional: network, date, ${others('verdict')}`,
      example:
        'Then the verdicts are:\n  | user         | client       | purpose   | verdict  |\n  | finance lead | Outlook 2016 | read mail | signs in |',
    },
    (world, rows) => checkTable(world, rows, 'verdict'),
  ),
  tableStep(
    'Then',
    'the legs are:',
    {
      says: `the session has exactly these legs in this order; columns: leg; optional: ${legColumns.join(', ')}`,
      example:
        'Then the legs are:\n  | leg          | credential   |\n  | autodiscover:cloud | app password |\n  | address book | app password |',
    },
    checkLegTable,
  ),
]
