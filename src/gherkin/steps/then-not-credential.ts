import { verdictOf } from '../../trace/verdict.ts'
import type { Credential } from '../../vocabulary/credentials.ts'
import { verdictWords } from '../scenario/expectation.ts'
import { inEverySession, legOf } from '../scenario/required-legs.ts'
import type { Session } from '../scenario/session.ts'
import { spokenCredentials } from '../scenario/spoken.ts'
import { readable } from '../scenario/words.ts'
import { type SignInWorld, type Subject, setSubject } from '../scenario/world.ts'
import { formerly, type StepDefinition, step } from './definition.ts'
import { type Denial, deny, inTheEnd, onRequiredLegs, type Sighting } from './denied.ts'
import { knownError } from './then-not-outcome.ts'
import { succeeds } from './then-outcome.ts'
import { works } from './verdict-table.ts'

const uses =
  (credential: Credential) =>
  (session: Session): readonly Sighting[] =>
    onRequiredLegs(session, (leg) => {
      const verdict = verdictOf(leg)
      return verdict.kind === 'signs-in' && verdict.credential === credential
    })

const notUsed = (credential: Credential): Denial => ({
  words: `must not use the ${spokenCredentials[credential]}`,
  sightings: uses(credential),
})

function mustNotUse(world: SignInWorld, subject: Subject, credential: Credential): void {
  setSubject(world, subject)
  deny(world, notUsed(credential))
}

function letsIn(world: SignInWorld, subject: Subject): void {
  setSubject(world, subject)
  inEverySession(world, succeeds)
}

/** The matching rejections of a credential on a required leg; a leg that does not ask for it does not count. */
function refusedBy(
  credential: Credential,
  wanted: { readonly verifier?: string; readonly error?: string; readonly rule?: string },
  words: string,
): Denial {
  const fits = (by: string, rule: string, error: string | undefined): boolean =>
    (wanted.verifier === undefined || wanted.verifier === by) &&
    (wanted.rule === undefined || wanted.rule === rule) &&
    (wanted.error === undefined || wanted.error === error)
  return {
    words,
    sightings: (session) =>
      onRequiredLegs(session, (leg) => {
        const verdict = verdictOf(leg)
        const presented =
          verdict.kind === 'refused' && verdict.credential === credential
            ? [{ by: verdict.verifier, rule: verdict.rule, error: verdict.error }]
            : []
        const refusals = [...presented, ...leg.refused.filter((refusal) => refusal.credential === credential)]
        return refusals.some(({ by, rule, error }) => fits(by, rule, error))
      }),
  }
}

const refusals: readonly StepDefinition[] = [
  step(
    'Then',
    '{credential} is not refused',
    {
      says: 'no required leg refuses the credential',
      example: 'Then the app password is not refused',
      negates: '{credential} is refused',
    },
    (world, credential) => deny(world, refusedBy(credential, {}, `the ${readable(credential)} is not refused`)),
  ),
  step(
    'Then',
    '{credential} is not refused by {verifier}',
    {
      says: 'this verifier does not refuse the credential on any required leg',
      example: 'Then the account password is not refused by Active Directory',
      negates: '{credential} is refused by {verifier}',
    },
    (world, credential, verifier) =>
      deny(world, refusedBy(credential, { verifier }, `the ${readable(credential)} is not refused by ${verifier}`)),
  ),
  step(
    'Then',
    '{credential} is not refused with error {string}',
    {
      says: 'no required leg refuses the credential with this error',
      example: 'Then the account password is not refused with error "AADSTS50126"',
      negates: '{credential} is refused with error {string}',
    },
    (world, credential, text) => {
      const error = knownError(text)
      deny(world, refusedBy(credential, { error }, `the ${readable(credential)} is not refused with error ${error}`))
    },
  ),
  step(
    'Then',
    'rule {rule} does not refuse {credential}',
    {
      says: 'this rule does not refuse the credential on any required leg',
      example: 'Then rule ACC-1 does not refuse the account password',
      negates: 'rule {rule} refuses {credential}',
    },
    (world, rule, credential) =>
      deny(world, refusedBy(credential, { rule }, `rule ${rule} does not refuse the ${readable(credential)}`)),
  ),
]

const someCredential = step(
  'Then',
  'some credential can sign in',
  {
    says: 'some credential works on every required leg; nothing blocks or refuses the sign-in',
    example: 'Then some credential can sign in',
    negates: 'no credential can sign in',
  },
  (world) =>
    deny(world, {
      words: 'some credential can sign in',
      sightings: (session) => inTheEnd(session, (one) => !works(one)),
    }),
)

/** Negated assertions on the credential of a sign-in and its verifier. */
export const thenNotCredential: readonly StepDefinition[] = [
  step(
    'Then',
    '{user} must not use {credential} to {purpose} with {client}',
    {
      says: 'no required leg takes this credential, from every network unless one is named',
      example: 'Then the finance lead must not use the app password to read mail with Outlook 2016',
      negates: '{user} must use {credential} to {purpose} with {client}',
    },
    (world, user, credential, purpose, client) => mustNotUse(world, { user, client, purpose }, credential),
  ),
  step(
    'Then',
    '{user} must not use {credential} to {purpose} with {client} from {network}',
    {
      says: 'no required leg takes this credential from that network',
      example: 'Then the finance lead must not use the app password to read mail with Outlook 2016 from the internet',
      negates: '{user} must use {credential} to {purpose} with {client} from {network}',
    },
    (world, user, credential, purpose, client, network) =>
      mustNotUse(world, { user, client, purpose, network }, credential),
  ),
  step(
    'Then',
    '{user} can {purpose} with {client}',
    {
      says: 'the user can sign in on every required leg, from every network unless one is named',
      example: 'Then the finance lead can read mail with Outlook 2010',
      negates: '{user} cannot {purpose} with {client}',
    },
    (world, user, purpose, client) => letsIn(world, { user, client, purpose }),
  ),
  step(
    'Then',
    '{user} can {purpose} with {client} from {network}',
    {
      says: 'the user can sign in on every required leg from that network',
      example: 'Then the finance lead can read mail with Outlook 2010 from the internet',
      negates: '{user} cannot {purpose} with {client} from {network}',
    },
    (world, user, purpose, client, network) => letsIn(world, { user, client, purpose, network }),
  ),
  step(
    'Then',
    'the required credential is not {credential}',
    {
      says: 'no required leg takes this credential',
      example: 'Then the required credential is not the app password',
      negates: 'the required credential is {credential}',
    },
    (world, credential) => deny(world, notUsed(credential)),
  ),
  step(
    'Then',
    'the {leg} leg does not require {credential}',
    {
      says: 'one leg does not take this credential',
      example: 'Then the mailbox leg does not require the certificate',
      negates: 'the {leg} leg requires {credential}',
    },
    (world, name, credential) =>
      deny(world, {
        words: `the ${readable(name)} leg does not require the ${readable(credential)}`,
        sightings: (session) => {
          const leg = legOf(session, name)
          const verdict = verdictOf(leg)
          const is =
            verdict.kind === 'undetermined'
              ? undefined
              : verdict.kind === 'signs-in' && verdict.credential === credential
          return [{ leg, is, actual: verdictWords(verdict) }]
        },
      }),
  ),
  step(
    'Then',
    '{credential} is not verified by {verifier}',
    {
      says: 'this verifier does not check the credential on any required leg that takes it; some leg takes it',
      example: 'Then the app password is not verified by Active Directory',
      negates: '{credential} is verified by {verifier}',
    },
    (world, credential, verifier) =>
      deny(world, {
        words: `the ${readable(credential)} is not verified by ${verifier}`,
        sightings: (session) =>
          onRequiredLegs(session, (leg) => {
            const verdict = verdictOf(leg)
            if (verdict.kind !== 'signs-in' || verdict.credential !== credential) return 'not-spoken-of'
            return verdict.verifier === verifier
          }),
      }),
  ),
  someCredential,
  formerly('some credential opens the sign-in', someCredential, {
    example: 'Then some credential opens the sign-in',
    negates: 'no credential opens the sign-in',
  }),
  ...refusals,
]
