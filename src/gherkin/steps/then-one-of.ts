import type { Credential } from '../../vocabulary/credentials.ts'
import { mismatch, sessionWords } from '../scenario/expectation.ts'
import { inEverySession, requiredCredential } from '../scenario/required-legs.ts'
import { spokenCredentials } from '../scenario/spoken.ts'
import { type SignInWorld, setSubject } from '../scenario/world.ts'
import { type StepDefinition, step } from './definition.ts'

function mustBeOneOf(world: SignInWorld, wanted: readonly Credential[]): void {
  const words = wanted.map((one) => spokenCredentials[one]).join(' or ')
  inEverySession(world, (session) => {
    const found = requiredCredential(session)
    if (found === undefined || !wanted.includes(found))
      throw mismatch(`must use one of ${words}`, sessionWords(session.verdict), session)
  })
}

/** Assertions that allow alternatives. */
export const thenOneOf: readonly StepDefinition[] = [
  step(
    'Then',
    '{user} must use one of {credentials} to {purpose} with {client}',
    {
      says: 'every required leg takes the same one of these credentials',
      example:
        'Then the finance lead must use one of the app password or the certificate to read mail with Outlook 2010',
    },
    (world, user, wanted, purpose, client) => {
      setSubject(world, { user, client, purpose })
      mustBeOneOf(world, wanted)
    },
  ),
  step(
    'Then',
    'the required credential is one of {credentials}',
    {
      says: 'every required leg takes the same one of these credentials',
      example: 'Then the required credential is one of the app password, the certificate',
    },
    mustBeOneOf,
  ),
]
