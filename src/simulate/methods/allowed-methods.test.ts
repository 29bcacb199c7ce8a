import { describe, expect, test } from 'vitest'
import type { MethodConfigurationFile, MethodConfigurationId } from '../../tenant/settings/authentication-methods.ts'
import { methodConfigurationIds } from '../../tenant/settings/authentication-methods.ts'
import { missing } from '../../vocabulary/facts.ts'
import { methodAllowed } from './allowed-methods.ts'

type Tenant = Parameters<typeof methodAllowed>[1]
type Configuration = Omit<MethodConfigurationFile, 'id'>

const everyone = { state: 'enabled', includeTargets: [{ id: 'all_users' }] } as const satisfies Configuration
const nobody = { state: 'disabled', includeTargets: [{ id: 'all_users' }] } as const satisfies Configuration

interface Settings {
  readonly older?: readonly string[]
  readonly olderCount?: boolean
  readonly configurations?: Partial<Record<MethodConfigurationId, Configuration>>
}

/** A tenant with the older list of methods, and with the methods policy, each where it is given. */
function tenantWith({ older, olderCount, configurations }: Settings): Tenant {
  const given = Object.entries(configurations ?? {}).map(([id, one]) => [id, { id, ...one }] as const)
  const policy = {
    ...(olderCount === undefined ? {} : { olderCount }),
    configurations: new Map(given) as NonNullable<Tenant['authenticationMethods']>['configurations'],
  }
  return {
    // Of the older settings the list alone is read.
    multifactorAuthentication: { ...(older === undefined ? {} : { availableMethods: older }) },
    ...(configurations === undefined ? {} : { authenticationMethods: policy }),
  } as Tenant
}

const inEach: Readonly<Record<MethodConfigurationId, readonly string[]>> = {
  Fido2: ['fido2'],
  MicrosoftAuthenticator: ['microsoftAuthenticatorPush', 'deviceBasedPush'],
  Sms: ['sms'],
  Voice: ['voice'],
  Email: ['email'],
  TemporaryAccessPass: ['temporaryAccessPassOneTime', 'temporaryAccessPassMultiUse'],
  SoftwareOath: ['softwareOath'],
  HardwareOath: ['hardwareOath'],
  X509Certificate: ['x509CertificateSingleFactor', 'x509CertificateMultiFactor'],
  QRCodePin: ['qrCodePin'],
  ExternalAuthenticationMethod: ['externalAuthenticationMethod'],
}
const configured = Object.values(inEach).flat()
const all = (one: Configuration) => Object.fromEntries(methodConfigurationIds.map((id) => [id, one]))
const ada = { groups: new Set(['staff']), id: '1111-aaaa', userPrincipalName: 'Ada@contoso.com' }

describe('the methods policy says of each method by its own configuration', () => {
  test.each(methodConfigurationIds)('%s', (id) => {
    const on = tenantWith({ olderCount: false, configurations: { ...all(nobody), [id]: everyone } })
    const allowed = configured.filter((method) => methodAllowed(method, on, ada) === 'yes')
    expect(allowed).toEqual(inEach[id])
    const { [id]: _, ...others } = all(everyone)
    const unstated = tenantWith({ olderCount: false, configurations: others })
    expect(configured.filter((method) => methodAllowed(method, unstated, ada) === missing)).toEqual(inEach[id])
  })

  test.each(['password', 'federatedSingleFactor', 'federatedMultiFactor', 'windowsHelloForBusiness'])(
    'nothing about %s',
    (method) => {
      expect(methodAllowed(method, tenantWith({ configurations: all(nobody) }), ada)).toBe('yes')
    },
  )
})

const legacy = ['sms', 'voice', 'microsoftAuthenticatorPush', 'softwareOath', 'hardwareOath']

describe('until the migration is complete', () => {
  test.each(legacy)('the older settings allow %s as well', (method) => {
    const settings = { older: [method.toLowerCase()], configurations: all(nobody) }
    expect(methodAllowed(method, tenantWith({ ...settings, olderCount: true }), ada)).toBe('yes')
    expect(methodAllowed(method, tenantWith({ ...settings, olderCount: false }), ada)).toBe('no')
    expect(methodAllowed(method, tenantWith(settings), ada)).toBe(missing)
    expect(methodAllowed(method, tenantWith({ configurations: all(nobody), olderCount: true }), ada)).toBe(missing)
    const unlisted = { older: ['email'], configurations: all(nobody) }
    expect(methodAllowed(method, tenantWith({ ...unlisted, olderCount: true }), ada)).toBe('no')
    expect(methodAllowed(method, tenantWith(unlisted), ada)).toBe('no')
  })

  test('they say nothing of methods that they do not know', () => {
    const settings = { older: configured, olderCount: true, configurations: all(nobody) }
    const allowed = configured.filter((method) => methodAllowed(method, tenantWith(settings), ada) === 'yes')
    expect(new Set(allowed)).toEqual(new Set(legacy))
  })

  test('what the policy allows needs no older settings', () => {
    const settings = { older: ['email'], configurations: all(everyone) }
    expect(methodAllowed('sms', tenantWith({ ...settings, olderCount: true }), ada)).toBe('yes')
  })

  test('without a policy the older list decides alone, in any letters', () => {
    expect(methodAllowed('SMS', tenantWith({ older: ['sms'] }), ada)).toBe('yes')
    expect(methodAllowed('voice', tenantWith({ older: ['sms'] }), ada)).toBe('no')
    expect(methodAllowed('voice', tenantWith({}), ada)).toBe('yes')
  })
})

const sms = (one: Configuration, who: Parameters<typeof methodAllowed>[2]) =>
  methodAllowed('sms', tenantWith({ olderCount: false, configurations: { Sms: one } }), who)

describe('a target of the policy reaches', () => {
  test.each([
    ['a member of the group', 'Staff', 'yes'],
    ['the user by id', '1111-AAAA', 'yes'],
    ['the user by name', 'ada@CONTOSO.com', 'yes'],
    ['nobody else', 'others', 'no'],
  ])('%s', (_, id, expected) => {
    expect(sms({ state: 'enabled', includeTargets: [{ id }] }, ada)).toBe(expected)
    const excluding = { ...everyone, excludeTargets: [{ id }] }
    expect(sms(excluding, ada)).toBe(expected === 'yes' ? 'excluded' : 'yes')
  })

  test('perhaps a user whose groups are unknown', () => {
    const unknown = { userPrincipalName: 'ada@contoso.com' }
    expect(sms({ state: 'enabled', includeTargets: [{ id: 'staff' }] }, unknown)).toBe(missing)
    expect(sms({ ...everyone, excludeTargets: [{ id: 'staff' }] }, unknown)).toBe(missing)
    expect(sms(everyone, unknown)).toBe('yes')
    expect(sms({ state: 'enabled', includeTargets: [{ id: 'staff' }, { id: 'all_users' }] }, unknown)).toBe('yes')
    expect(sms({ ...everyone, excludeTargets: [{ id: 'all_users' }] }, unknown)).toBe('excluded')
  })

  test('nobody where there are none', () => {
    expect(sms({ state: 'enabled' }, ada)).toBe('no')
    expect(sms({ state: 'enabled' }, {})).toBe('no')
  })
})

describe('a kind of method', () => {
  const modes = [
    ['push', 'yes', 'no'],
    ['deviceBasedPush', 'no', 'yes'],
    ['any', 'yes', 'yes'],
  ] as const
  test.each(modes)('of Authenticator in the mode %s', (authenticationMode, push, passwordless) => {
    const one = { state: 'enabled', includeTargets: [{ id: 'all_users', authenticationMode }] } as const
    const tenant = tenantWith({ olderCount: false, configurations: { MicrosoftAuthenticator: one } })
    expect(methodAllowed('microsoftAuthenticatorPush', tenant, ada)).toBe(push)
    expect(methodAllowed('deviceBasedPush', tenant, ada)).toBe(passwordless)
  })

  test('of a pass that may be used once', () => {
    const of = (one: Configuration, method: string) =>
      methodAllowed(method, tenantWith({ olderCount: false, configurations: { TemporaryAccessPass: one } }), ada)
    expect(of({ ...everyone, isUsableOnce: true }, 'temporaryAccessPassMultiUse')).toBe('several-uses')
    expect(of({ ...everyone, isUsableOnce: true }, 'temporaryAccessPassOneTime')).toBe('yes')
    expect(of({ ...everyone, isUsableOnce: false }, 'temporaryAccessPassMultiUse')).toBe('yes')
  })
})

const yubikey = 'AAAA-1'
const phone = 'BBBB-2'
type Passkeys = NonNullable<Parameters<typeof methodAllowed>[2]['passkeys']>

const passkeys = (one: Configuration, keys: Passkeys | undefined) =>
  methodAllowed('fido2', tenantWith({ configurations: { Fido2: one } }), {
    ...ada,
    ...(keys === undefined ? {} : { passkeys: keys }),
  })

const restricted = (enforcementType: 'allow' | 'block') => ({
  ...everyone,
  keyRestrictions: { isEnforced: true, enforcementType, aaGuids: [yubikey] },
})

test('codes that Authenticator makes are open where its own policy accepts them and that of tokens does not', () => {
  const configurations = {
    ...all(nobody),
    MicrosoftAuthenticator: { ...everyone, isSoftwareOathEnabled: true },
  }
  const tenant = tenantWith({ olderCount: false, configurations })
  expect(methodAllowed('softwareOath', tenant, ada)).toBe(missing)
  expect(methodAllowed('hardwareOath', tenant, ada)).toBe('no')
  expect(methodAllowed('microsoftAuthenticatorPush', tenant, ada)).toBe('yes')
  const off = { ...configurations, MicrosoftAuthenticator: { ...nobody, isSoftwareOathEnabled: true } }
  expect(methodAllowed('softwareOath', tenantWith({ olderCount: false, configurations: off }), ada)).toBe('no')
})

describe('passkeys', () => {
  const cases: readonly (readonly [string, Configuration, Passkeys | undefined, unknown])[] = [
    ['of any model', everyone, undefined, 'yes'],
    ['of a model that is listed', restricted('allow'), [yubikey.toLowerCase()], 'yes'],
    ['of a model that is not listed', restricted('allow'), [phone], 'other-keys'],
    ['of a model that is blocked', restricted('block'), [yubikey], 'other-keys'],
    ['of a model that is not blocked', restricted('block'), [phone], 'yes'],
    ['of which one fits', restricted('allow'), [phone, yubikey], 'yes'],
    [
      'of one of two models that are listed',
      { ...everyone, keyRestrictions: { isEnforced: true, enforcementType: 'allow', aaGuids: [phone, yubikey] } },
      [yubikey],
      'yes',
    ],
    ['of unknown models', restricted('allow'), undefined, missing],
    ['of a model that is not stated', restricted('allow'), [{}], missing],
    [
      'with a list that does not count',
      { ...everyone, keyRestrictions: { ...restricted('allow').keyRestrictions, isEnforced: false } },
      [phone],
      'yes',
    ],
    ['with a list that may count', { ...everyone, keyRestrictions: { aaGuids: [yubikey] } }, [phone], missing],
    [
      'with a list of models to allow that may count',
      { ...everyone, keyRestrictions: { enforcementType: 'allow', aaGuids: [yubikey] } },
      [phone],
      missing,
    ],
    ['with a list of unknown kind', { ...everyone, keyRestrictions: { isEnforced: true } }, [phone], missing],
    [
      'with a list of models of unknown kind',
      { ...everyone, keyRestrictions: { isEnforced: true, aaGuids: [yubikey] } },
      [phone],
      missing,
    ],
    [
      'with a list that is not stated',
      { ...everyone, keyRestrictions: { isEnforced: true, enforcementType: 'block' } },
      [phone],
      missing,
    ],
    ['of nobody', restricted('allow'), [], 'other-keys'],
  ]
  test.each(cases)('%s', (_, one, keys, expected) => {
    expect(passkeys(one, keys)).toBe(expected)
  })

  const bound = { id: 'Bound', passkeyTypes: 'deviceBound' }
  const model = { id: 'model', keyRestrictions: restricted('allow').keyRestrictions }
  const lenient = { ...bound, keyRestrictions: { ...model.keyRestrictions, isEnforced: false } }
  const profiles = (named: readonly (readonly string[] | undefined)[], list: readonly { readonly id: string }[]) => ({
    state: 'enabled' as const,
    includeTargets: named.map((allowedPasskeyProfiles) => ({
      id: 'all_users',
      ...(allowedPasskeyProfiles === undefined ? {} : { allowedPasskeyProfiles }),
    })),
    passkeyProfiles: list,
  })
  const profiled: typeof cases = [
    ['of the type of the profile', profiles([['bound']], [bound]), [{ passkeyType: 'deviceBound' }], 'yes'],
    ['of another type', profiles([['bound']], [bound]), [{ passkeyType: 'synced' }], 'other-keys'],
    ['of a type that is not stated', profiles([['bound']], [bound]), [yubikey], missing],
    [
      'of the type of the profile, whose list does not count',
      profiles([['bound']], [lenient]),
      [{ aaGuid: phone, passkeyType: 'deviceBound' }],
      'yes',
    ],
    ['of both types', profiles([['b']], [{ id: 'b', passkeyTypes: 'deviceBound,synced' } as never]), undefined, 'yes'],
    [
      'of the only profile, which no target names',
      profiles([undefined], [bound]),
      [{ passkeyType: 'synced' }],
      'other-keys',
    ],
    ['of one of several profiles, of which none is named', profiles([undefined], [bound, model]), [yubikey], missing],
    ['of the only profile, beside an empty list', profiles([[]], [bound]), [{ passkeyType: 'deviceBound' }], missing],
    ['of several profiles, beside an empty list', profiles([[]], [bound, model]), [yubikey], missing],
    [
      'of a profile that another target names',
      profiles([[], ['bound']], [bound, model]),
      [{ passkeyType: 'deviceBound' }],
      'yes',
    ],
    ['of the profile that is named', profiles([['MODEL']], [bound, model]), [yubikey], 'yes'],
    [
      'of the other profile',
      profiles([['bound']], [bound, model]),
      [{ aaGuid: yubikey, passkeyType: 'synced' }],
      'other-keys',
    ],
    [
      'of either profile',
      profiles([['bound'], ['model']], [bound, model]),
      [{ aaGuid: yubikey, passkeyType: 'synced' }],
      'yes',
    ],
  ]
  test.each(profiled)('%s', (_, one, keys, expected) => {
    expect(passkeys(one, keys)).toBe(expected)
  })
})
