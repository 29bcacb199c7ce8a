import { parse } from 'yaml'
import { readSignals } from '../scenario/read-signals.ts'
import type { Rows } from '../scenario/rows.ts'
import { changeTenant, takeTenant } from '../scenario/take-tenant.ts'
import { expectReadable } from '../scenario/tenant-mistakes.ts'
import { addSignals, type SignInWorld, setInstant, setNetwork, tenantFileNamed, tenantOf } from '../scenario/world.ts'
import { type StepDefinition, step, tableStep, textStep } from './definition.ts'
import { properties, records } from './tables.ts'

const changes = (world: SignInWorld, change: unknown): void => changeTenant(world, JSON.stringify(change))

function changeClient(world: SignInWorld, name: string, rows: Rows): void {
  const declared = tenantOf(world).clients.get(name)
  const client = declared?.product.id ?? name
  changes(world, { clients: [{ name, client, ...properties(rows) }] })
}

function addPolicy(world: SignInWorld, text: string): void {
  expectReadable(world, world.block)
  const policy: unknown = parse(text)
  changes(world, { conditionalAccess: { policies: Array.isArray(policy) ? policy : [policy] } })
}

/** Steps that select a tenant architecture and modify it for one scenario. */
export const givenTenant: readonly StepDefinition[] = [
  step(
    'Given',
    'the tenant architecture {string}',
    {
      says: 'loads a tenant file: a path relative to the feature or the working directory, or a name in `scenarios/`',
      example: 'Given the tenant architecture "federated-skype-on-premises"',
    },
    (world, name) => takeTenant(world, tenantFileNamed(world, name)),
  ),
  textStep(
    'Given',
    'the tenant architecture:',
    {
      says: 'loads a tenant architecture written in the feature',
      example: 'Given the tenant architecture:\n  """yaml\n  name: Two networks\n  asOf: 2019-10-01\n  """',
    },
    (world, text) => takeTenant(world, world.tenants.keepText(text, world.feature)),
  ),
  textStep(
    'Given',
    'the tenant architecture has these changes:',
    {
      says: 'merges YAML into the tenant file: named list entries are changed or added, `null` removes a key',
      example:
        'Given the tenant architecture has these changes:\n  """yaml\n  multifactorAuthentication:\n    appPasswords: blocked\n  """',
    },
    (world, text) => changeTenant(world, text),
  ),
  tableStep(
    'Given',
    'the user {user} has these settings:',
    {
      says: 'sets properties of a user by their names in the tenant file',
      example: 'Given the user finance lead has these settings:\n  | perUserMfaState | enabled |',
    },
    (world, userPrincipalName, rows) => changes(world, { users: [{ userPrincipalName, ...properties(rows) }] }),
  ),
  tableStep(
    'Given',
    'the client {client} has these settings:',
    {
      says: 'sets properties of a client by their names in the tenant file',
      example: 'Given the client Outlook 2013 has these settings:\n  | registry | {EnableADAL: 1} |',
    },
    changeClient,
  ),
  tableStep(
    'Given',
    'the network {network} has these settings:',
    {
      says: 'sets properties of a network by their names in the tenant file',
      example: 'Given the network internet has these settings:\n  | country | DE |',
    },
    (world, name, rows) => changes(world, { networks: [{ name, ...properties(rows) }] }),
  ),
  tableStep(
    'Given',
    'the workload {workload} has these settings:',
    {
      says: 'sets switches of a service by their names in the tenant file',
      example: 'Given the workload Exchange Online has these settings:\n  | modernAuthentication | false |',
    },
    (world, name, rows) => changes(world, { workloads: { [name]: properties(rows) } }),
  ),
  tableStep(
    'Given',
    'these users:',
    {
      says: 'adds or changes users; the columns are the property names of the tenant file',
      example: 'Given these users:\n  | userPrincipalName | displayName |\n  | new@contoso.com   | New joiner  |',
    },
    (world, rows) => changes(world, { users: records(rows) }),
  ),
  tableStep(
    'Given',
    'these clients:',
    {
      says: 'adds or changes clients; the columns are the property names of the tenant file',
      example: 'Given these clients:\n  | name        | client       |\n  | old outlook | outlook-2007 |',
    },
    (world, rows) => changes(world, { clients: records(rows) }),
  ),
  tableStep(
    'Given',
    'these networks:',
    {
      says: 'adds or changes networks; the columns are the property names of the tenant file',
      example: 'Given these networks:\n  | name   | ranges            |\n  | branch | [198.51.100.0/24] |',
    },
    (world, rows) => changes(world, { networks: records(rows) }),
  ),
  textStep(
    'Given',
    'the Conditional Access policy:',
    {
      says: "adds a Conditional Access policy in Graph's format, as JSON or YAML; a policy with the same name is changed",
      example:
        'Given the Conditional Access policy:\n  """yaml\n  displayName: Block legacy authentication\n  state: enabled\n  conditions:\n    users: { includeUsers: [All] }\n    applications: { includeApplications: [All] }\n    clientAppTypes: [exchangeActiveSync, other]\n  grantControls: { operator: OR, builtInControls: [block] }\n  """',
    },
    addPolicy,
  ),
  step(
    'Given',
    'sign-ins come from {network}',
    { says: 'simulates all following sign-ins from one network', example: 'Given sign-ins come from the internet' },
    setNetwork,
  ),
  step(
    'Given',
    'the date is {date}',
    {
      says: 'evaluates everything that follows at a date (its first instant in UTC) or an instant',
      example: 'Given the date is 2026-11-22',
    },
    setInstant,
  ),
  tableStep(
    'Given',
    'these signals:',
    {
      says: 'sets signals of all following sign-ins, by the keys of `--signal`',
      example: 'Given these signals:\n  | signInRiskLevel | high |',
    },
    (world, rows) => addSignals(world, readSignals(rows, tenantOf(world).devices)),
  ),
]
