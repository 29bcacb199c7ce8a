import { describe, expect, test } from 'vitest'
import { catalogTables, tableNames } from '../../catalog/index.ts'
import { tableLooks } from '../../report/tables/catalog-looks.ts'
import { allRules } from '../../rules/index.ts'
import { featureFormats } from '../../vocabulary/feature-formats.ts'
import { recordedRun } from '../recorded-run.fixture.ts'

describe('the reference commands', () => {
  test.each(tableNames)('catalog %s has every row with id and citation', async (table) => {
    const { stdout } = await recordedRun(['catalog', table, '-f', 'json'])
    const { table: named, rows } = JSON.parse(stdout)
    expect(named).toBe(table)
    expect(rows).toHaveLength(catalogTables[table].length)
    for (const { id, citation } of rows)
      expect({ id: typeof id, url: typeof citation.url }).toEqual({ id: 'string', url: 'string' })
  })

  test.each(tableNames)('catalog %s shows columns that it has', (table) => {
    const fields = new Set(catalogTables[table].flatMap((row) => Object.keys(row)))
    expect(tableLooks[table].columns.filter((column) => !fields.has(column))).toEqual([])
  })

  test('rules lists every rule', async () => {
    const text = await recordedRun(['rules'])
    for (const { id } of allRules) expect(text.stdout).toContain(id)
    const json = await recordedRun(['rules', 'cred-2', '-f', 'json'])
    expect(JSON.parse(json.stdout).rules).toMatchObject([{ id: 'CRED-2', basis: 'documented' }])
  })

  test('steps prints each step with an example', async () => {
    const { stdout } = await recordedRun(['steps', '-f', 'json'])
    for (const step of JSON.parse(stdout).steps) expect(step.example).toContain(' ')
  })

  test('schema is the JSON Schema of tenant files', async () => {
    const { stdout } = await recordedRun(['schema'])
    expect(JSON.parse(stdout).properties).toHaveProperty('domains')
  })

  test('schema plan is the JSON Schema of plans, with what a stage may say of the tenant', async () => {
    const { stdout } = await recordedRun(['schema', 'plan'])
    expect(JSON.parse(stdout)).toMatchObject({
      properties: { stages: {} },
      definitions: { 'tenant-domain': { properties: { authenticationType: {} } } },
    })
    expect((await recordedRun(['schema', 'plna'])).code).toBe(2)
  })

  test('schema names every output, and gives the schema of each', async () => {
    const { stdout } = await recordedRun(['schema', '--list'])
    const names = stdout
      .split('\n')
      .slice(2, -1)
      .map((line) => line.split(' ')[0] ?? '')
    expect(names.slice(0, 3)).toEqual(['tenant', 'plan', 'check'])
    for (const name of names) expect((await recordedRun(['schema', name])).code, name).toBe(0)
    expect((await recordedRun(['schema', 'simulat'])).stderr).toContain('did you mean `simulate`?')
  })
})

describe('test', () => {
  test('offers every rendering of the runner', async () => {
    const { stdout } = await recordedRun(['test', '--help'])
    for (const format of featureFormats) expect(stdout).toMatch(new RegExp(`\\b${format}\\b`))
  })

  test('a feature that is not there cannot be run', async () => {
    expect((await recordedRun(['test', 'features/nowhere.feature'])).code).toBe(2)
  })

  test('a threshold is a percentage', async () => {
    expect((await recordedRun(['test', '--coverage-threshold', 'much'])).code).toBe(2)
  })
})
