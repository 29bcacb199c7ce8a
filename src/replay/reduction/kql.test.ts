import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { runInThisContext } from 'node:vm'
import { beforeAll, expect, test } from 'vitest'
import { addressCells } from './address-ranges.ts'
import type { ReductionSettings } from './dimensions.ts'
import { kqlQuery } from './kql.ts'

/** The parts of the vendor's language service that are asked. */
interface Kusto {
  readonly Language: {
    readonly KustoCode: {
      readonly ParseAndAnalyze: (
        text: string,
        globals: unknown,
      ) => {
        readonly GetDiagnostics: () => {
          readonly Count: number
          readonly getItem: (at: number) => { readonly Message: string }
        }
      }
    }
    readonly GlobalState: { readonly Default: { readonly WithDatabase: (database: unknown) => unknown } }
    readonly Symbols: {
      readonly TableSymbol: { readonly From: (schema: string) => { readonly WithName: (name: string) => unknown } }
      readonly DatabaseSymbol: { readonly $ctor1: new (name: string, tables: readonly unknown[]) => unknown }
    }
  }
}

/** The columns that the query reads, as the vendor's reference of each table has them. */
const columns = (nested: string): string =>
  [
    ...['CreatedDateTime', 'TimeGenerated'].map((name) => `${name}: datetime`),
    ...['AppDisplayName', 'AppId', 'AuthenticationDetails', 'AuthenticationProtocol', 'AuthenticationRequirement'],
    ...['ClientAppUsed', 'Id', 'IPAddress', 'Location', 'ResourceDisplayName', 'ResourceIdentity', 'ResultType'],
    ...['RiskLevelAggregated', 'RiskLevelDuringSignIn', 'UserAgent', 'UserId', 'UserPrincipalName', 'UserType'],
    ...['ConditionalAccessPolicies', 'DeviceDetail', 'LocationDetails', 'Status'].map((name) => `${name}: ${nested}`),
  ]
    .map((column) => (column.includes(':') ? column : `${column}: string`))
    .join(', ')

let diagnosticsOf: (query: string) => readonly string[] = () => []

beforeAll(() => {
  const locate = createRequire(import.meta.url).resolve
  for (const file of ['bridge.min.js', 'Kusto.Language.Bridge.min.js'])
    runInThisContext(readFileSync(locate(`@kusto/language-service-next/${file}`), 'utf8'))
  // The scripts leave one global behind.
  const { Language } = (globalThis as unknown as { readonly Kusto: Kusto }).Kusto
  const { TableSymbol, DatabaseSymbol } = Language.Symbols
  const tables = [
    TableSymbol.From(`(${columns('dynamic')})`).WithName('SigninLogs'),
    TableSymbol.From(`(${columns('string')})`).WithName('AADNonInteractiveUserSignInLogs'),
  ]
  const globals = Language.GlobalState.Default.WithDatabase(new DatabaseSymbol.$ctor1('logs', tables))
  diagnosticsOf = (query) => {
    const found = Language.KustoCode.ParseAndAnalyze(query, globals).GetDiagnostics()
    return Array.from({ length: found.Count }, (_, index) => found.getItem(index).Message)
  }
}, 60_000)

const none: ReductionSettings = { ranges: [], countries: [], instants: [], domains: [] }
const full: ReductionSettings = {
  ranges: addressCells(['203.0.113.0/24', '203.0.113.8/32', '0.0.0.0/0', '2001:db8::/33', '::/0']).ranges,
  countries: ['DE', 'US'],
  instants: [Date.UTC(2024, 0), Date.UTC(2025, 6)],
  domains: ['contoso.com', 'we"ird\\.example'],
}

test.each([
  ['a tenant that tells nothing apart', none],
  ['networks, countries, dates and domains', full],
])('the language service of the vendor accepts the query for %s', (_, settings) => {
  const classes = [
    ['ada@contoso.com', '0'],
    ['o"brien\\@contoso.com\n', '1/2'],
  ] as const
  expect(diagnosticsOf(kqlQuery(settings, classes, 'abc'))).toEqual([])
})

test('copies of a sign-in are left out before anything is counted', () => {
  const query = kqlQuery(full, [], 'abc')
  expect(query).toContain('summarize arg_max(said, *) by copy')
  expect(query.indexOf('by copy')).toBeLessThan(query.indexOf('signIns = count()'))
  expect(query).toContain('(records | where isempty(id))')
})

test('it would find a column that the tables do not have', () => {
  const wrong = kqlQuery(full, [], 'abc').replaceAll('ClientAppUsed', 'ClientApp')
  expect(diagnosticsOf(wrong).join()).toContain('ClientApp')
})
