import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { schemaOfTenantFile } from './tenant-file.schema.ts'

test('the generated validator is that of the schema', () => {
  const [heading] = readFileSync(new URL('./generated/validate-tenant-file.js', import.meta.url), 'utf8').split('\n')
  const hash = createHash('sha256').update(JSON.stringify(schemaOfTenantFile())).digest('hex')
  expect(heading, 'run `npm run build`: the schema has changed').toContain(hash)
})
