import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { loadTenant } from '../../tenant/load-tenant.ts'
import { project } from '../run/run-features.fixture.ts'
import { writeSpec } from './write-spec.ts'

function specOf(
  scenario: string,
  text?: (tenant: string) => string,
): { readonly spec: string; readonly tenant: string } {
  const tenant = readFileSync(`scenarios/${scenario}.yaml`, 'utf8')
  const changed = text === undefined ? tenant : text(tenant)
  const one = project({ [`scenarios/${scenario}.yaml`]: changed })
  const loaded = loadTenant(`scenarios/${scenario}.yaml`, nodeSourceReader(one.folder))
  one.remove()
  if (!loaded.ok) throw new Error('the scenario does not load')
  return { spec: writeSpec(loaded.value, { tenantReference: scenario }), tenant: changed }
}

test('a spec written from a tenant is green, names every client and cites its rules', async () => {
  const { spec } = specOf('federated-skype-on-premises')
  const one = project({ 'features/spec.feature': spec })
  const { exitCode, stdout } = await one.run()
  one.remove()
  expect(stdout).toMatch(/all passed/)
  expect(exitCode).toBe(0)
  expect(spec).toContain('  Rule: Outlook 2010\n')
  expect(spec).toMatch(/# CRED-2: .+\n {4}# {3}.+, https:\/\/learn\.microsoft\.com\/.+, read 20/)
  expect(spec).toMatch(
    /\| Finance lead +\| read mail +\| app password +\| Microsoft Entra ID +\| bypassed +\| CRED-2 \|/,
  )
})

test('a spec notices when the tenant changes', async () => {
  const { spec, tenant } = specOf('federated-skype-on-premises')
  const one = project({ 'features/spec.feature': spec })
  one.write(
    'scenarios/federated-skype-on-premises.yaml',
    tenant.replace('perUserMfaState: enforced', 'perUserMfaState: disabled'),
  )
  const { exitCode } = await one.run()
  one.remove()
  expect(exitCode).toBe(1)
})
