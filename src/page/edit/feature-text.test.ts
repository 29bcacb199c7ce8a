import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Project, project } from '../../gherkin/run/run-features.fixture.ts'
import type { Change } from '../../source/edit/change.ts'
import type { Purpose } from '../../vocabulary/requests.ts'
import { planOf } from '../plan/plan.ts'
import { tracesFor } from '../state/cell.ts'
import { editedFiles } from './edit-files.ts'
import { featureOf } from './feature-text.ts'

interface Seen {
  readonly says: string
  readonly scenario?: string
  readonly user: string
  readonly client: string
  readonly purpose: Purpose
  readonly edits?: readonly Change[]
  readonly at?: number
}

const lead = 'finance.lead@contoso.com'
const seen: readonly Seen[] = [
  { says: 'a credential', user: lead, client: 'outlook-2010', purpose: 'read-mail' },
  { says: 'a domain logon', user: lead, client: 'skype-for-business-2016-joined', purpose: 'send-instant-messages' },
  { says: 'several credentials', user: lead, client: 'skype-for-business-2016', purpose: 'open-address-book' },
  { says: 'no access', user: lead, client: 'windows-powershell-basic', purpose: 'administer' },
  {
    says: 'a conflict',
    scenario: 'hybrid-autodiscover',
    user: 'moved.manager@fabrikam.com',
    client: 'outlook-2010',
    purpose: 'read-mail',
  },
  {
    says: 'settings tried out',
    user: lead,
    client: 'outlook-2013',
    purpose: 'read-mail',
    edits: [
      { path: ['clients', { item: 'outlook-2013' }, 'registry', 'EnableADAL'], value: 1 },
      { path: ['users', { item: lead }, 'perUserMfaState'], value: 'disabled' },
      { path: ['multifactorAuthentication', 'appPasswords'], value: 'blocked' },
      { path: ['workloads', 'exchange-online', 'modernAuthentication'], value: false },
    ],
  },
  {
    says: 'another version of the client',
    user: lead,
    client: 'outlook-2010',
    purpose: 'read-mail',
    edits: [{ path: ['clients', { item: 'outlook-2010' }, 'client'], value: 'outlook-2016' }],
  },
  {
    says: 'a policy switched off',
    scenario: 'conditional-access',
    user: 'clerk@northwind.com',
    client: 'outlook-2010',
    purpose: 'read-mail',
    edits: [
      { path: ['conditionalAccess', 'policies', { item: 'Block legacy authentication' }, 'state'], value: 'disabled' },
    ],
  },
  { says: 'another date', user: lead, client: 'outlook-2010', purpose: 'read-mail', at: Date.UTC(2023, 4, 1) },
]

let folder: Project
beforeAll(() => {
  folder = project({})
})
afterAll(() => folder.remove())

test.each(seen)('a scenario that states $says is green when it is run', { timeout: 60_000 }, async (one) => {
  const file = `scenarios/${one.scenario ?? 'federated-skype-on-premises'}.yaml`
  const text = readFileSync(file, 'utf8')
  folder.write(file, text)
  const base = planOf({ [file]: text }, file)
  if (!base.ok) throw new Error(base.problems)
  const edits = one.edits ?? []
  const now = planOf(editedFiles(base.plan.files, file, base.plan.tenant, edits), file)
  if (!now.ok) throw new Error(now.problems)
  const { user, client, purpose } = one
  const person = now.plan.byName.get(user)
  if (person === undefined) throw new Error(`nobody is called ${user}`)
  const at = one.at ?? now.plan.tenant.asOf
  const traces = tracesFor(now.plan, { user, client, purpose, network: 'internet', at, signals: {} }, person)
  expect(traces.length).toBeGreaterThan(0)
  const feature = featureOf({
    file,
    tenant: now.plan.tenant,
    edits,
    signals: [],
    traces,
    ...(one.at === undefined ? {} : { at }),
  })
  folder.write('features/seen.feature', feature)
  const run = await folder.run('text', { paths: ['features/seen.feature'] })
  expect(run.stdout + run.stderr + (run.exitCode === 0 ? '' : feature)).toContain('1 scenario')
  expect(run.exitCode, `${feature}\n${run.stdout}\n${run.stderr}`).toBe(0)
})
