import { verdictOf } from '../trace/verdict.ts'
import {
  basicOnes,
  claim,
  isUndetermined,
  legThat,
  mayContact,
  mayPassWith,
  mayUseBasic,
  notWorking,
  succeeding,
  takersOf,
  withoutSecondFactor,
} from './claim.ts'
import { type StepDefinition, step } from './definition.ts'
import { questionsBehind, sessionWords } from './expectation.ts'
import { tenantOf } from './world.ts'

const negativeClaims: readonly StepDefinition[] = [
  step(
    'Then',
    'no sign-in uses {credential}',
    { says: 'nobody gets in with this credential', example: 'Then no sign-in uses "app password"' },
    (world, credential) =>
      claim(world, {}, `no sign-in uses ${credential}`, (session) =>
        legThat(session, (leg) => mayPassWith(leg, credential)),
      ),
  ),
  step(
    'Then',
    'no sign-in of {user} uses {credential}',
    {
      says: 'one user never gets in with this credential',
      example: 'Then no sign-in of the finance lead uses the certificate',
    },
    (world, user, credential) =>
      claim(world, { user }, `no sign-in of ${user} uses ${credential}`, (session) =>
        legThat(session, (leg) => mayPassWith(leg, credential)),
      ),
  ),
  step(
    'Then',
    'no sign-in with {credential} contacts {participant}',
    {
      says: 'on no leg that takes this credential anybody speaks to that one',
      example: 'Then no sign-in with the app password contacts the identity provider',
    },
    (world, credential, actor) =>
      claim(
        world,
        {},
        `no sign-in with ${credential} contacts ${actor}`,
        (session) => legThat(session, (leg) => mayContact(leg, credential, actor)),
        takersOf(credential),
      ),
  ),
  step(
    'Then',
    'every sign-in with {credential} is verified by {verifier}',
    {
      says: 'on every leg that takes this credential, this one checks it',
      example: 'Then every sign-in with the app password is verified by Microsoft Entra ID',
    },
    (world, credential, verifier) =>
      claim(
        world,
        {},
        `every sign-in with ${credential} is verified by ${verifier}`,
        (session) =>
          legThat(
            session,
            (leg) => {
              const verdict = verdictOf(leg)
              return mayPassWith(leg, credential) && !('verifier' in verdict && verdict.verifier === verifier)
            },
            questionsBehind['verifier'],
          ),
        takersOf(credential),
      ),
  ),
]

/** Claims about every sign-in of the tenant; one that does not hold is answered with the first sign-in that breaks it. */
export const thenUniversal: readonly StepDefinition[] = [
  step(
    'Then',
    'every client of every user has a working credential',
    {
      says: 'every user gets in with every client for every purpose from every network',
      example: 'Then every client of every user has a working credential',
    },
    (world) => claim(world, {}, 'every client of every user has a working credential', notWorking),
  ),
  step(
    'Then',
    'every client of {user} has a working credential',
    {
      says: 'one user gets in with every client for every purpose from every network',
      example: 'Then every client of the finance lead has a working credential',
    },
    (world, user) => claim(world, { user }, `every client of ${user} has a working credential`, notWorking),
  ),
  step(
    'Then',
    'no sign-in succeeds without a second factor',
    { says: 'whoever gets in has given a second factor', example: 'Then no sign-in succeeds without a second factor' },
    (world) => claim(world, {}, 'no sign-in succeeds without a second factor', withoutSecondFactor, succeeding),
  ),
  step(
    'Then',
    'no sign-in from {network} succeeds without a second factor',
    {
      says: 'whoever gets in from that network has given a second factor',
      example: 'Then no sign-in from the internet succeeds without a second factor',
    },
    (world, network) =>
      claim(
        world,
        { network },
        `no sign-in from ${network} succeeds without a second factor`,
        withoutSecondFactor,
        succeeding,
      ),
  ),
  step(
    'Then',
    'only service accounts use basic authentication',
    { says: 'nobody else gets in with it', example: 'Then only service accounts use basic authentication' },
    (world) =>
      claim(
        world,
        {},
        'only service accounts use basic authentication',
        (session) =>
          tenantOf(world).users.get(session.request.user)?.service === true ? undefined : legThat(session, mayUseBasic),
        basicOnes,
      ),
  ),
  step(
    'Then',
    'no client needs two credentials for one prompt',
    { says: 'no sign-in ends in a conflict', example: 'Then no client needs two credentials for one prompt' },
    (world) =>
      claim(world, {}, 'no client needs two credentials for one prompt', (session) =>
        session.verdict.kind === 'conflict' || session.verdict.kind === 'undetermined'
          ? { actual: sessionWords(session.verdict) }
          : undefined,
      ),
  ),
  step(
    'Then',
    'no sign-in is undetermined',
    { says: 'no fact is missing for any verdict', example: 'Then no sign-in is undetermined' },
    (world) => claim(world, {}, 'no sign-in is undetermined', isUndetermined),
  ),
  ...negativeClaims,
]
