import { expect, test } from 'vitest'
import { workloadNames } from '../vocabulary/actors.ts'
import { contextsOf } from './account-plays.fixture.ts'
import { actorOf } from './cast.ts'
import { federated, tenantOf } from './sign-in.fixture.ts'

function aContext() {
  const [leg] = contextsOf(tenantOf({ domain: federated }), 1)
  if (leg === undefined) throw new Error('the tenant has no leg')
  return leg.context
}

// The client is named as in the file.
test.each([
  ['user', 'Ada', 'client'],
  ['client', undefined, 'client'],
  ['entra-id', 'Microsoft Entra ID', 'microsoft-cloud'],
  ['active-directory', 'Active Directory', 'on-premises'],
  ['pass-through-agent', 'Pass-through agent', 'on-premises'],
  ['home-tenant', 'Home tenant', 'microsoft-cloud'],
  ['directory-sync', 'Directory synchronization', 'on-premises'],
  ['federated-idp', 'AD FS', 'on-premises'],
] as const)('%s is %s and stands in the zone %s', (id, name, zone) => {
  const context = aContext()
  expect(actorOf(id, context)).toEqual({ id, name: name ?? context.client.displayName, zone })
})

test.each(workloadNames)('%s is a service by its own name', (id) => {
  expect(actorOf(id, aContext())).toMatchObject({ id })
})
