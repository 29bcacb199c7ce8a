import { expect, test } from 'vitest'
import { importExports } from '../import-exports.ts'

const pascal = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1)
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\n/g, '_x000A_')

let references = 0
const object = (name: string, type: string, inner: string): string => {
  references += 1
  const names = `<TN RefId="${references}"><T>Deserialized.${type}</T><T>Deserialized.System.Object</T></TN>`
  return `<Obj${name} RefId="${references}">${names}${inner}</Obj>`
}

/** A value as Export-Clixml writes it: an object of an SDK says its type where it has no text. */
function element(value: unknown, name: string): string {
  if (value === null || value === undefined) return `<Nil${name}/>`
  if (typeof value === 'boolean') return `<B${name}>${value}</B>`
  if (typeof value === 'number') return `<I32${name}>${value}</I32>`
  if (typeof value === 'string') return `<S${name}>${escaped(value)}</S>`
  if (Array.isArray(value))
    return object(name, 'System.Object[]', `<LST>${value.map((item) => element(item, '')).join('')}</LST>`)
  const type = 'Microsoft.Graph.PowerShell.Models.MicrosoftGraphPart'
  const { '@odata.type': derived, ...fields } = value as Record<string, unknown>
  const more =
    derived === undefined ? '' : `<En><S N="Key">@odata.type</S><S N="Value">${escaped(String(derived))}</S></En>`
  const extra = object(' N="AdditionalProperties"', 'System.Collections.Generic.Dictionary`2', `<DCT>${more}</DCT>`)
  const all = Object.entries(fields).map(([key, part]) => element(part, ` N="${pascal(key)}"`))
  return object(name, type, `<ToString>${type}</ToString><Props>${all.join('')}${extra}</Props>`)
}

const clixml = (objects: readonly unknown[]): string =>
  `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">${objects.map((one) => element(one, '')).join('')}</Objs>`

const objects: readonly (readonly [string, readonly object[]])[] = [
  [
    'policies',
    [
      {
        id: 'aaaaaaaa-1111-4111-8111-111111111111',
        displayName: 'Block legacy & <old>',
        state: 'enabled',
        conditions: {
          clientAppTypes: ['exchangeActiveSync', 'other'],
          applications: { includeApplications: ['All'], excludeApplications: [] },
          users: { includeUsers: ['All'], excludeGroups: ['bbbbbbbb-1111-4111-8111-111111111111'] },
        },
        grantControls: { operator: 'OR', builtInControls: ['block'] },
      },
    ],
  ],
  [
    'locations',
    [
      {
        '@odata.type': '#microsoft.graph.ipNamedLocation',
        id: 'cccccccc-1111-4111-8111-111111111111',
        displayName: 'Office',
        isTrusted: true,
        ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '203.0.113.0/24' }],
      },
    ],
  ],
  [
    'domains',
    [{ id: 'contoso.com', authenticationType: 'Managed', isDefault: true, isVerified: true, supportedServices: [] }],
  ],
  ['groups', [{ id: 'bbbbbbbb-1111-4111-8111-111111111111', displayName: 'Scanners', securityEnabled: true }]],
  [
    'users',
    [
      {
        id: 'dddddddd-1111-4111-8111-111111111111',
        userPrincipalName: 'anna@contoso.com',
        displayName: 'Anna',
        userType: 'Member',
        accountEnabled: false,
      },
    ],
  ],
]

const imported = (files: readonly { readonly name: string; readonly text: string }[]) => {
  const result = importExports(files, { asOf: '2026-06-01' })
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics.map(({ code, args }) => [code, args])))
  return { file: result.value.file, codes: result.warnings.map(({ code }) => code) }
}

test('objects of Graph give the same tenant as JSON and as Clixml', () => {
  const json = imported(objects.map(([name, list]) => ({ name: `${name}.json`, text: JSON.stringify(list) })))
  const xml = imported(objects.map(([name, list]) => ({ name: `${name}.xml`, text: clixml(list) })))
  expect(xml).toEqual(json)
  expect(json.file.conditionalAccess?.policies).toHaveLength(1)
  expect(json.codes).toEqual([])
})

test('a part that Export-Clixml cut at its depth leaves the policy undetermined', () => {
  const [, [policy = {}] = []] = objects[0] ?? []
  const type = 'Microsoft.Graph.PowerShell.Models.MicrosoftGraphConditionalAccessConditionSet'
  const { file } = imported([
    { name: 'policies.xml', text: clixml([{ ...policy, conditions: type }]) },
    { name: 'domains.xml', text: clixml(objects[2]?.[1] ?? []) },
  ])
  const json = imported([
    { name: 'policies.json', text: JSON.stringify([{ ...policy, conditions: type }]) },
    { name: 'domains.json', text: JSON.stringify(objects[2]?.[1] ?? []) },
  ])
  expect(file).toEqual(json.file)
})
