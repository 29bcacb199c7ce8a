import {
  choices,
  isMapping,
  isNamed,
  type Lever,
  listIn,
  type Mapping,
  setting,
  type Workbench,
} from './why-not-lever.ts'

const switches = [
  'ActiveSyncEnabled',
  'PopEnabled',
  'ImapEnabled',
  'MAPIEnabled',
  'EwsEnabled',
  'OWAEnabled',
  'OutlookMobileEnabled',
  'UniversalOutlookEnabled',
  'MacOutlookEnabled',
] as const

const homes = {
  mailbox: ['exchange-online', 'exchange-server'],
  archive: ['exchange-online', 'exchange-server', 'none'],
  registrar: ['skype-for-business-online', 'skype-for-business-server'],
} as const

/** Levers over the user of the sign-in, where the file itself holds the users. */
export function userLevers({ file, tenant, request }: Workbench): readonly Lever[] {
  const users = listIn(file, 'users')
  const index = users.findIndex((item) => isNamed(item, request.user, ['userPrincipalName']))
  const user = users[index]
  if (!isMapping(user)) return []
  const what = (key: string): string => `users[${request.user}].${key}`
  const set = (kind: Lever['kind'], key: string, values: readonly unknown[]) =>
    choices(kind, what(key), ['users', index, key], user[key], values)
  const passwords = Array.isArray(user['appPasswords']) ? user['appPasswords'] : undefined
  const declared = (name: string): boolean =>
    name === 'none' || [...tenant.workloads.keys()].some((one) => one === name)
  return [
    ...set('user-setting', 'perUserMfaState', ['disabled', 'enabled', 'enforced']),
    ...set('user-setting', 'registered', [true, false]),
    ...(passwords?.length
      ? set('user-setting', 'appPasswords', [[]])
      : set('user-setting', 'appPasswords', [['New device']])),
    ...(['mailbox', 'archive', 'registrar'] as const).flatMap((key) =>
      set(
        'user-home',
        key,
        homes[key].filter((home) => declared(home)),
      ),
    ),
    ...accountLevers(user, index, what),
    ...mailboxSwitches(user, index, what),
    ...set('user-setting', 'authenticationPolicy', policyNames(file)),
    ...setting(
      'user-setting',
      what('authenticationPolicy'),
      ['users', index, 'authenticationPolicy'],
      user['authenticationPolicy'],
      undefined,
    ),
  ]
}

function accountLevers(user: Mapping, index: number, what: (key: string) => string): readonly Lever[] {
  const path = (key: string) => ['users', index, key]
  return [
    ...(user['accountEnabled'] === false
      ? setting('user-setting', what('accountEnabled'), path('accountEnabled'), false, true)
      : []),
    ...setting(
      'user-setting',
      what('onPremisesAccountState'),
      path('onPremisesAccountState'),
      user['onPremisesAccountState'],
      undefined,
    ),
  ]
}

function mailboxSwitches(user: Mapping, index: number, what: (key: string) => string): readonly Lever[] {
  if (user['mailbox'] === 'none') return []
  const stated = isMapping(user['mailboxSwitches']) ? user['mailboxSwitches'] : {}
  const one = (name: string, values: readonly boolean[]) =>
    choices(
      'mailbox-switch',
      what(`mailboxSwitches.${name}`),
      ['users', index, 'mailboxSwitches', name],
      stated[name],
      values,
    )
  return [
    ...switches.flatMap((name) => one(name, [stated[name] === false])),
    ...one('SmtpClientAuthenticationDisabled', [true, false]),
  ]
}

/** The authentication policies that the file declares, of all workloads. */
export function policyNames(file: Mapping): readonly string[] {
  const workloads = isMapping(file['workloads']) ? Object.values(file['workloads']) : []
  return workloads.flatMap((workload) =>
    isMapping(workload)
      ? listIn(workload, 'authenticationPolicies').flatMap((one) =>
          isMapping(one) && typeof one['name'] === 'string' ? [one['name']] : [],
        )
      : [],
  )
}
