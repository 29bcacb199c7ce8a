import { describe, expect, test } from 'vitest'
import { importExports } from './import-exports.ts'

const sid = 'S-1-5-21-1-2-3-1105'
const federated = { id: 'litware.com', authenticationType: 'Federated', isVerified: true }
const federation = {
  domainName: 'litware.com',
  issuerUri: 'http://sts.litware.com/adfs/services/trust/',
  passiveSignInUri: 'https://sts.litware.com/adfs/ls/',
}
const anna = { id: 'u1', userPrincipalName: 'anna@litware.com', displayName: 'Anna' }
const staff = {
  id: 'g1',
  displayName: 'Staff',
  securityEnabled: true,
  onPremisesSecurityIdentifier: sid,
  members: [{ id: 'u1', userPrincipalName: 'anna@litware.com' }],
}
const trust = (...groups: readonly string[]) => ({
  Name: 'Microsoft Office 365 Identity Platform',
  Identifier: 'urn:federation:MicrosoftOnline',
  AccessControlPolicyName: 'Permit specific group',
  AccessControlPolicyParameters: { GroupParameter: groups },
})

function imported(...objects: readonly object[]) {
  const sources = objects.map((one, index) => ({ name: `${index}.json`, text: JSON.stringify(one) }))
  const made = importExports(sources, { asOf: '2024-06-01' })
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics.map(({ code, args }) => [code, args])))
  const { file, origins, coverage } = made.value
  return { providers: file.identityProviders, origins, coverage }
}

describe('the AD FS of exports', () => {
  test('is the one that domains are federated with, where its exports do not name it', () => {
    const { providers, origins } = imported(federated, federation, anna, trust('LITWARE\\Staff'))
    expect(providers).toHaveLength(1)
    expect(providers?.[0]).toMatchObject({ name: 'sts.litware.com', product: 'ad-fs' })
    expect([...origins].map(({ path }) => path.join('.'))).toContain('identityProviders.sts.litware.com.accessRules')
  })

  test.each([[sid], ['LITWARE\\Staff']])('names the group %s as the tenant does', (group) => {
    const { providers } = imported(federated, federation, anna, staff, trust(group))
    expect(providers?.[0]?.accessRules).toEqual([
      {
        effect: 'permit',
        name: 'Permit specific group',
        conditions: [{ claim: 'group', operator: 'equals', value: 'Staff' }],
      },
    ])
  })

  test('leaves a rule for a group that is in no export open', () => {
    const { providers, coverage } = imported(federated, federation, anna, staff, trust('S-1-5-21-9-9-9-9'))
    expect(providers?.[0]).toMatchObject({ accessRules: [], notUnderstood: ['Permit specific group'] })
    expect(coverage).toContainEqual(expect.objectContaining({ kind: 'access rule', status: 'not-understood' }))
  })

  test('stands alone where no domain is federated with it', () => {
    const { providers, coverage } = imported({ ...federated, authenticationType: 'Managed' }, anna, trust(sid))
    expect(providers?.[0]?.name).toBe('AD FS')
    expect(coverage).toContainEqual(expect.objectContaining({ kind: 'identity provider', status: 'assumed' }))
  })
})
