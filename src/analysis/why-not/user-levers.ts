import { mailboxSwitches } from '../../tenant/settings/mailbox.ts'
import { userSettings } from '../../tenant/settings/users.ts'
import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import { choices, isNamed, type Lever, listIn, setting, settingLevers, type Workbench } from './lever.ts'

const homes = {
  mailbox: ['exchange-online', 'exchange-server'],
  archive: ['exchange-online', 'exchange-server', 'none'],
  sharedMailbox: ['exchange-online', 'exchange-server', 'none'],
  registrar: ['skype-for-business-online', 'skype-for-business-server'],
} as const

/** Levers for the user of the sign-in, if the users are in the file itself. */
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
    ...settingLevers('user-setting', userSettings, {
      name: `users[${request.user}]`,
      path: ['users', index],
      stated: user,
    }).map((lever) => (passwords?.length ? withoutAppPasswords(lever, index) : lever)),
    ...(passwords?.length
      ? set('user-setting', 'appPasswords', [[]])
      : set('user-setting', 'appPasswords', [['New device']])),
    ...(['mailbox', 'archive', 'sharedMailbox', 'registrar'] as const).flatMap((key) =>
      set(
        'user-home',
        key,
        homes[key].filter((home) => declared(home)),
      ),
    ),
    ...accountLevers(user, index, what),
    ...switchLevers(user, index, what('mailboxSwitches')),
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

/** Disabling per-user MFA also removes app passwords: checking reports any that are left. */
function withoutAppPasswords(lever: Lever, index: number): Lever {
  const disables = lever.what.endsWith('.perUserMfaState') && lever.to === '"disabled"'
  return disables ? { ...lever, edits: [...lever.edits, { path: ['users', index, 'appPasswords'], value: [] }] } : lever
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

function switchLevers(user: Mapping, index: number, name: string): readonly Lever[] {
  if (user['mailbox'] === 'none') return []
  const stated = isMapping(user['mailboxSwitches']) ? user['mailboxSwitches'] : {}
  const path = ['users', index, 'mailboxSwitches']
  return settingLevers('mailbox-switch', mailboxSwitches, { name, path, stated })
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
