import { describe, expect, it } from 'vitest'
import { verdictOf } from '../trace/verdict.ts'
import { type Combination, combinationNames, registrableMethods } from '../vocabulary/methods.ts'
import { factorsAsked } from './factors-of-strength.ts'
import { planRequests } from './plan-requests.ts'
import { tenantOfText } from './plays.fixture.ts'
import { simulateSession } from './simulate-session.ts'

const strength = '99999999-0000-4000-8000-000000000001'

interface Change {
  readonly methods?: readonly string[]
  readonly client?: string
  readonly mfaToo?: boolean
  readonly embedded?: boolean
}

const everyMethod = registrableMethods.filter((method) => !method.startsWith('federated') && method !== 'email')

const isPass = (method: string): boolean => method.startsWith('temporaryAccessPass')

/** Every method of a person; a pass is preferred over federation, so that only a strength of passes finds one there. */
const methodsFor = (domain: string, combinations: readonly Combination[]): readonly string[] =>
  domain === 'f.example' && !combinations.some(isPass) ? everyMethod.filter((method) => !isPass(method)) : everyMethod

function policy(name: string, grant: object): object {
  return {
    displayName: name,
    state: 'enabled',
    conditions: {
      users: { includeUsers: ['All'] },
      applications: { includeApplications: ['All'] },
      clientAppTypes: ['all'],
    },
    grantControls: { operator: 'OR', ...grant },
  }
}

/** The verdict of one person's sign-in under a strength of these combinations. */
function playOf(allowedCombinations: readonly Combination[], domain: string, change: Change = {}) {
  const {
    methods = methodsFor(domain, allowedCombinations),
    client = 'browser',
    mfaToo = false,
    embedded = false,
  } = change
  const own = embedded ? { id: strength, displayName: 'Ours', allowedCombinations } : { id: strength }
  const tenant = tenantOfText(
    JSON.stringify({
      name: 'Strengths',
      asOf: '2026-11-01',
      createdDateTime: '2019-01-01',
      licences: ['p2'],
      securityDefaults: false,
      domains: [
        { name: 'a.example', authenticationType: 'managed', managedSignIn: 'password-hash-sync' },
        { name: 'f.example', authenticationType: 'federated', identityProvider: 'adfs' },
      ],
      identityProviders: [{ name: 'adfs', product: 'ad-fs', performsMfa: true, reachableFromInternet: true }],
      workloads: { 'exchange-online': { OAuth2ClientProfileEnabled: true } },
      networks: [{ name: 'internet', ranges: ['198.51.100.0/24'] }],
      clients: [client],
      users: [
        {
          userPrincipalName: `anna@${domain}`,
          perUserMfaState: 'disabled',
          registered: methods.length > 0,
          methods,
          roles: [],
          mailbox: 'exchange-online',
        },
      ],
      conditionalAccess: {
        namedLocations: [],
        authenticationStrengths: embedded ? [] : [{ id: strength, displayName: 'Ours', allowedCombinations }],
        policies: [
          policy('Strength', { authenticationStrength: own }),
          ...(mfaToo ? [policy('MFA', { builtInControls: ['mfa'] })] : []),
        ],
      },
    }),
    'tenant.json',
  )
  const purpose = client === 'browser' ? 'read-mail' : 'get-token'
  const [request] = [...planRequests(tenant, { client, purpose })]
  if (request === undefined) throw new Error('nothing is played')
  const [trace] = simulateSession(tenant, request)
  if (trace === undefined) throw new Error('nothing is traced')
  return verdictOf(trace)
}

const ones: readonly Combination[] = [
  'password',
  'federatedSingleFactor',
  'x509CertificateSingleFactor',
  'sms',
  'qrCodePin',
]

const people = {
  'of a managed domain': { domain: 'a.example', first: 'password' },
  'of a federated domain': { domain: 'f.example', first: 'federatedSingleFactor' },
} as const

/** Combinations that may not be possible in a browser of a device that the file does not state. */
const openHere: ReadonlyMap<Combination, string> = new Map([
  ['windowsHelloForBusiness', 'methodPlace'],
  ['qrCodePin', 'methodPlace'],
])

describe('what an authentication strength asks', () => {
  for (const [kind, { domain, first }] of Object.entries(people)) {
    it.each(combinationNames)(`of a person ${kind} who has every method: %s`, (combination) => {
      const play = playOf([combination], domain)
      const open = openHere.get(combination)
      if (open !== undefined) {
        expect(play).toMatchObject({ kind: 'undetermined', missing: expect.arrayContaining([open]) })
        return
      }
      if (combination === first) {
        expect(play).toMatchObject({ kind: 'signs-in', secondFactor: 'not-required' })
        return
      }
      // A text message alone signs in those for whom the administrator allows it, which no file states.
      if (combination === 'sms') expect(play).toMatchObject({ kind: 'undetermined', missing: ['methods'] })
      else if (ones.includes(combination) && combination !== 'password' && combination !== 'federatedSingleFactor')
        expect(play).toMatchObject({ kind: 'signs-in', secondFactor: 'not-required' })
      else if (play.kind === 'signs-in') expect(play.secondFactor).toBe('asked')
      // No strength of the vendor lists an external method.
      else expect(play.kind).toBe(combination === `${first},externalAuthenticationMethod` ? 'undetermined' : 'blocked')
    })

    const others = combinationNames.filter((combination) => kind !== 'of a federated domain' || !isPass(combination))
    it.each(others)(`never a second factor beside the first factor ${kind}: %s`, (combination) => {
      expect(playOf([combination, first], domain)).toMatchObject({ kind: 'signs-in', secondFactor: 'not-required' })
    })
  }

  it('is met with a pass at Microsoft Entra ID, to which a pass leads people of a federated domain', () => {
    const play = playOf(['temporaryAccessPassOneTime', 'federatedSingleFactor'], 'f.example')
    expect(play).toMatchObject({ kind: 'signs-in', verifier: 'entra-id', secondFactor: 'asked' })
  })

  it('asks one factor or more by the methods used, if it admits both and the person has both', () => {
    expect(playOf(['x509CertificateSingleFactor', 'fido2'], 'a.example')).toMatchObject({
      kind: 'undetermined',
      missing: ['methods'],
    })
  })

  it('is content with one factor where MFA of another policy is not', () => {
    expect(playOf(['password'], 'a.example', { mfaToo: true })).toMatchObject({
      kind: 'signs-in',
      secondFactor: 'asked',
    })
    expect(playOf(['password'], 'a.example', { mfaToo: true })).not.toMatchObject({ presents: 'password' })
  })

  it('of a policy that has its own copy of the combinations is read the same', () => {
    expect(playOf(['password'], 'a.example', { embedded: true })).toMatchObject({
      kind: 'signs-in',
      secondFactor: 'not-required',
    })
  })

  it('asks nobody to register who has the first factor that is enough', () => {
    expect(playOf(['password'], 'a.example', { methods: [] })).toMatchObject({
      kind: 'signs-in',
      secondFactor: 'not-required',
      presents: 'password',
    })
  })

  it('leaves open whether a password that a program sends is enough', () => {
    expect(playOf(['password'], 'a.example', { client: 'ropc-script' })).toMatchObject({ kind: 'undetermined' })
    expect(playOf(['fido2'], 'a.example', { client: 'ropc-script' })).toMatchObject({ kind: 'blocked' })
  })

  it('is several factors for methods that nobody stated, unless one factor is admitted', () => {
    const narrowed = new Set<string>()
    const asked = (...allowedCombinations: string[]) =>
      factorsAsked({ allowedCombinations, narrowed }, { homeRealm: 'managed' })
    expect(asked('fido2', 'password,sms', 'federatedSingleFactor')).toBe('several')
    expect(asked('fido2', 'qrCodePin')).toBe('by-methods')
    expect(asked('qrCodePin')).toBe('one')
    expect(asked('fido2', 'password')).toBe('one')
  })
})
