import { clients } from '../catalog/clients.ts'

/** People of every sort, so that they fall into many classes. */
export function largeTenant(people: number): string {
  const states = ['enforced', 'enabled', 'disabled']
  const mail = clients
    .map(({ id }) => id)
    .filter((id) => /outlook|office|mail|imap|pop|eas|browser|thunderbird|teams/.test(id))
    .slice(0, 30)
  if (mail.length < 30) throw new Error(`only ${mail.length} clients`)
  const users = Array.from({ length: people }, (_, index) => {
    const words = [
      `userPrincipalName: person${index}@contoso.com`,
      `displayName: Person ${index}`,
      `perUserMfaState: ${states[index % 3]}`,
      `registered: ${index % 2 === 0}`,
      `appPasswords: [${index % 5 === 0 ? 'Laptop' : ''}]`,
      `roles: [${index % 7 === 0 ? 'Exchange Administrator' : ''}]`,
      'groups: [], mailbox: exchange-online, archive: none',
    ]
    return `  - { ${words.join(', ')} }`
  })
  return [
    `name: ${people} people`,
    'asOf: 2019-10-01',
    'domains:',
    '  - { name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }',
    'multifactorAuthentication: { appPasswords: allowed }',
    'securityDefaults: false',
    'workloads:',
    '  exchange-online: { modernAuthentication: true }',
    '  sharepoint-online: { modernAuthentication: true }',
    '  teams: {}',
    'networks: [{ name: internet }]',
    `clients: [${mail.join(', ')}]`,
    'users:',
    ...users,
    '',
  ].join('\n')
}
