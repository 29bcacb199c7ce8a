import { memorySourceReader } from '../source/files/memory-source.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import { type CarriedFiles, packedFiles, readFilesOfPeople } from './packed-files.ts'
import { recordingReader } from './recording-reader.ts'

const policy = (name: string, group: string, control: string): string => `    - displayName: ${name}
      state: enabled
      conditions:
        users: { includeGroups: [${group}] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [${control}] }
`

/** A tenant whose people are in a file, with policies for the groups `Inner`, which `Outer` has as a member, and another one. */
export const tenantOfMany = (group: string): string => `name: Many people
asOf: 2024-06-01
licences: [p1]
domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
workloads: { exchange-online: {} }
networks: [{ name: internet }, { name: office, insideCorporateNetwork: true, ranges: [203.0.113.0/24] }]
clients: [outlook-2016, browser]
groups: [{ name: Inner, id: 00000000-0000-4000-8000-000000000001 }, { name: Outer }, { name: Others }]
users: { from: users.csv, memberships: memberships.csv }
conditionalAccess:
  policies:
${policy('MFA', group, 'mfa')}${policy('Nobody of Inner', 'Inner', 'block')}`

export const peopleOfMany = 9000
const names = Array.from({ length: peopleOfMany }, (_, index) => `person.${index}@contoso.com`)

/** A third of them each in one of the three groups. */
export const filesOfMany = {
  'users.csv': `userPrincipalName,displayName,mailbox\n${names.map((name, at) => `${name},Person ${at},exchange-online`).join('\n')}\n`,
  'memberships.csv': `group,member\nOuter,Inner\n${names.map((name, at) => `${['Inner', 'Outer', 'Others'][at % 3]},${name}`).join('\n')}\n`,
}

/** What a page of them carries, with room for some compressed characters. */
export function carriedOfMany(group: string, room?: number): CarriedFiles {
  const files = { 'tenant.yaml': tenantOfMany(group), ...filesOfMany }
  const { reader, files: recorded } = recordingReader(memorySourceReader(files))
  const loaded = loadTenant('tenant.yaml', reader)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  readFilesOfPeople(loaded.value, reader)
  return packedFiles(recorded(), [loaded.value], room)
}
