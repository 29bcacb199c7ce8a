import { describe, expect, test } from 'vitest'
import type { Credential } from '../vocabulary/credentials.ts'
import { brokenInvariants } from './invariants.ts'
import type { Step, Trace, Verdict } from './step.ts'
import { promptCount, sessionVerdict, verdictOf } from './verdict.ts'
import { contacted, decisions, messages, originOf, wasContacted } from './views.ts'

const signsIn = (credential: Credential): Verdict => ({
  kind: 'signs-in',
  credential,
  verifier: 'entra-id',
  secondFactor: 'not-required',
  rule: 'ACC-16',
})
const blocked: Verdict = { kind: 'blocked', policies: [], rule: 'POL-1', stage: 'after-password' }
const open = (...missing: string[]): Verdict => ({ kind: 'undetermined', missing })

interface Leg {
  readonly verdict?: Verdict
  readonly leg?: string
  readonly prompt?: string
  readonly optional?: boolean
  readonly steps?: readonly object[]
  readonly refused?: readonly object[]
  readonly actors?: readonly string[]
  readonly origins?: readonly object[]
  readonly facts?: object
  readonly audit?: readonly string[]
  readonly issuer?: string
}

/** A trace with what a test is about; the rest of it is never read here. */
function trace({ verdict, leg = 'mailbox', prompt = 'outlook', optional = false, ...rest }: Leg): Trace {
  const outcome = verdict === undefined ? [] : [{ kind: 'outcome', verdict }]
  const made: unknown = {
    request: { leg, prompt, optional },
    actors: (rest.actors ?? ['user', 'client', 'exchange-online', 'entra-id']).map((id) => ({ id })),
    steps: [...(rest.steps ?? []), ...outcome],
    refused: rest.refused ?? [],
    facts: rest.facts ?? {},
    audit: rest.audit ?? (rest.actors ?? ['entra-id']).filter((id) => /^(entra-id|federated-idp)$/.test(id)),
    ...(rest.issuer === undefined ? {} : { issuer: rest.issuer }),
    origins: rest.origins ?? [],
  }
  return made as Trace
}

const accepted = (about: Credential): object => ({
  kind: 'decision',
  question: 'acceptance',
  about,
  answer: 'accepted',
})
const says = (from: string, to: string, kind = 'connect'): object => ({ kind: 'message', from, to, message: { kind } })
const asks = (prompt: string, what: string): object => ({ kind: 'prompt', prompt, asks: what })

describe('the verdict of a session', () => {
  const account = signsIn('account-password')
  const app = signsIn('app-password')
  const page = signsIn('interactive')
  test.each<[string, readonly Leg[], object]>([
    ['nothing asked for', [], { kind: 'signs-in', credentials: [] }],
    ['one leg', [{ verdict: page }], { kind: 'signs-in', credentials: ['interactive'] }],
    ['two legs alike', [{ verdict: app }, { verdict: app }], { kind: 'signs-in', credentials: ['app-password'] }],
    [
      'a leg blocked',
      [{ verdict: page }, { verdict: blocked, leg: 'archive' }],
      { kind: 'blocked', leg: 'archive', rule: 'POL-1' },
    ],
    [
      'an optional leg blocked',
      [{ verdict: page }, { verdict: blocked, optional: true }],
      { kind: 'signs-in', credentials: ['interactive'] },
    ],
    [
      'a block after an open leg',
      [{ verdict: open('x') }, { verdict: blocked }],
      { kind: 'blocked', leg: 'mailbox', rule: 'POL-1' },
    ],
    [
      'open legs',
      [{ verdict: open('x', 'y') }, { verdict: open('x', 'z') }, { verdict: page }],
      { kind: 'undetermined', missing: ['x', 'y', 'z'] },
    ],
    [
      'an open leg that is optional',
      [{ verdict: page }, { verdict: open('x'), optional: true }],
      { kind: 'signs-in', credentials: ['interactive'] },
    ],
    [
      'two passwords in one prompt',
      [{ verdict: account }, { verdict: app, leg: 'archive' }],
      {
        kind: 'conflict',
        credentials: [
          { leg: 'mailbox', credential: 'account-password' },
          { leg: 'archive', credential: 'app-password' },
        ],
      },
    ],
    [
      'two passwords in two prompts',
      [{ verdict: account }, { verdict: app, leg: 'archive', prompt: 'other' }],
      {
        kind: 'several-credentials',
        credentials: [
          { leg: 'mailbox', credential: 'account-password' },
          { leg: 'archive', credential: 'app-password' },
        ],
      },
    ],
    [
      'a password and a page in one prompt',
      [{ verdict: account }, { verdict: page, leg: 'archive' }],
      {
        kind: 'several-credentials',
        credentials: [
          { leg: 'mailbox', credential: 'account-password' },
          { leg: 'archive', credential: 'interactive' },
        ],
      },
    ],
    [
      'an optional leg in conflict',
      [{ verdict: account }, { verdict: app, leg: 'archive', optional: true }],
      {
        kind: 'conflict',
        credentials: [
          { leg: 'mailbox', credential: 'account-password' },
          { leg: 'archive', credential: 'app-password' },
        ],
      },
    ],
  ])('%s', (_, legs, verdict) => expect(sessionVerdict(legs.map(trace))).toEqual(verdict))

  test('of a leg without an outcome is a defect', () => {
    expect(() => verdictOf(trace({ steps: [says('client', 'entra-id')] }))).toThrow()
    expect(() => verdictOf(trace({ steps: [] }))).toThrow()
  })
})

test('each kind of credential of a prompt is asked for once, a second factor not', () => {
  const steps = [
    asks('a', 'app-password'),
    asks('a', 'app-password'),
    asks('a', 'interactive'),
    asks('b', 'app-password'),
  ]
  const second = [asks('a', 'second-factor'), says('client', 'entra-id')]
  expect(promptCount([trace({ steps }), trace({ steps: second })])).toBe(3)
  expect(promptCount([])).toBe(0)
})

describe('a reading of a trace', () => {
  const steps = [
    accepted('interactive'),
    says('client', 'entra-id'),
    asks('a', 'interactive'),
    says('entra-id', 'user'),
  ]
  const read = trace({
    steps,
    verdict: signsIn('interactive'),
    origins: [{ office: undefined }, { flow: { line: 3 } }, { flow: { line: 4 } }],
  })
  const kinds = (found: readonly Step[]): readonly string[] => found.map(({ kind }) => kind)
  test('keeps the decisions and the messages', () => {
    expect(kinds(decisions(read))).toEqual(['decision'])
    expect(kinds(messages(read))).toEqual(['message', 'message'])
  })
  test.each([
    ['entra-id', true],
    ['user', true],
    ['client', true],
    ['federated-idp', false],
  ] as const)('%s is contacted: %s', (actor, is) => {
    expect(wasContacted(read, actor)).toBe(is)
  })
  test('names services and verifiers, no people', () =>
    expect(contacted(read)).toEqual(['exchange-online', 'entra-id']))
  test('finds the first place that states a fact', () => {
    expect(originOf(read, 'flow')).toEqual({ line: 3 })
    expect(originOf(read, 'office')).toBeUndefined()
    expect(originOf(trace({ verdict: blocked }), 'flow')).toBeUndefined()
  })
})

describe('an invariant', () => {
  const fine = [says('client', 'exchange-online'), accepted('app-password')]
  const challenge = says('entra-id', 'user', 'second-factor-challenge')
  const demand = (answer?: string): object => ({ kind: 'decision', question: 'second-factor', answer })
  const app = signsIn('app-password')
  test.each<[string, Leg, readonly string[]]>([
    ['is kept', { steps: fine, verdict: app }, []],
    [
      'is kept where the user speaks first',
      { steps: [says('user', 'client'), accepted('app-password')], verdict: app },
      [],
    ],
    ['is kept where nothing is said', { steps: [], verdict: blocked }, []],
    ['wants an outcome', { steps: fine }, ['there are 0 outcomes', 'the last step is not the outcome']],
    [
      'wants one outcome',
      { steps: [{ kind: 'outcome', verdict: blocked }], verdict: blocked },
      ['there are 2 outcomes'],
    ],
    [
      'wants no service to speak first',
      { steps: [says('entra-id', 'user')], verdict: blocked },
      ['a service speaks first'],
    ],
    [
      'wants declared speakers',
      { steps: [says('client', 'smtp')], verdict: blocked },
      ['an undeclared actor speaks: client to smtp'],
    ],
    [
      'wants declared hearers',
      { steps: [says('client', 'entra-id'), says('smtp', 'client')], verdict: blocked },
      ['an undeclared actor speaks: smtp to client'],
    ],
    [
      'wants a demand before a challenge',
      { steps: [says('client', 'entra-id'), challenge], verdict: blocked },
      ['a second factor is asked that nothing demands'],
    ],
    [
      'wants the demand first',
      { steps: [says('client', 'entra-id'), challenge, demand('required')], verdict: blocked },
      ['a second factor is asked that nothing demands'],
    ],
    [
      'wants a demand that demands',
      { steps: [demand('not-required'), says('client', 'entra-id'), challenge], verdict: blocked },
      ['a second factor is asked that nothing demands'],
    ],
    [
      'is kept by a demanded challenge',
      { steps: [demand('required'), says('client', 'entra-id'), challenge], verdict: blocked },
      [],
    ],
    [
      'wants the credential accepted',
      { steps: [], verdict: app },
      ['the credential of the verdict is not an accepted one'],
    ],
    [
      'wants that very credential accepted',
      { steps: [accepted('interactive')], verdict: app },
      ['the credential of the verdict is not an accepted one'],
    ],
    [
      'takes a refusal for no acceptance',
      { steps: [{ ...accepted('app-password'), answer: 'refused' }], verdict: app },
      ['the credential of the verdict is not an accepted one'],
    ],
    [
      'takes another answer for no acceptance',
      { steps: [{ ...accepted('app-password'), question: 'verifier' }], verdict: app },
      ['the credential of the verdict is not an accepted one'],
    ],
    [
      'wants it not refused',
      { steps: fine, verdict: app, refused: [{ credential: 'app-password' }] },
      ['the credential of the verdict is also refused'],
    ],
    ['lets others be refused', { steps: fine, verdict: app, refused: [{ credential: 'interactive' }] }, []],
    [
      'wants app passwords checked in the cloud',
      {
        steps: fine,
        verdict: { ...app, verifier: 'federated-idp' } as Verdict,
        actors: ['client', 'exchange-online', 'federated-idp'],
      },
      ['an app password is verified outside Entra ID'],
    ],
    [
      'wants no identity provider for app passwords',
      {
        steps: [...fine, says('client', 'federated-idp')],
        verdict: app,
        actors: ['client', 'exchange-online', 'entra-id', 'federated-idp'],
      },
      ['the identity provider is contacted for an app password'],
    ],
    [
      'lets others meet the identity provider',
      {
        steps: [accepted('interactive'), says('client', 'federated-idp')],
        verdict: { ...signsIn('interactive'), verifier: 'federated-idp' } as Verdict,
        actors: ['client', 'federated-idp'],
      },
      [],
    ],
    [
      'wants who checks to take part',
      { steps: [accepted('interactive')], verdict: signsIn('interactive'), actors: ['client'] },
      ['entra-id checks without taking part', 'entra-id checks without a record'],
    ],
    [
      'wants no record of who took no part',
      { steps: [accepted('interactive')], verdict: signsIn('interactive'), audit: ['entra-id', 'federated-idp'] },
      ['federated-idp records what it took no part in'],
    ],
    [
      'wants a refusal after the password to have its password and its issuer',
      { verdict: blocked, issuer: 'entra-id', actors: ['client'] },
      [
        'entra-id refuses without taking part',
        'entra-id refuses without a record',
        'a credential is refused that nobody presents',
      ],
    ],
    [
      'wants a credential that is checked to be presented',
      { verdict: { kind: 'cannot-sign-in', rule: 'ACC-19', stage: 'at-password' } },
      ['a credential is checked that nobody presents'],
    ],
    [
      'wants nobody to meet a provider out of reach',
      {
        verdict: { kind: 'cannot-sign-in', rule: 'ACC-17', stage: 'at-identity-provider' },
        facts: { idpAccess: 'unreachable' },
        actors: ['client', 'entra-id', 'federated-idp'],
      },
      ['an identity provider that is out of reach takes part'],
    ],
  ])('%s', (_, leg, broken) => expect(brokenInvariants(trace(leg))).toEqual(broken))
})
