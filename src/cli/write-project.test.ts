import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { writeProject } from './write-project.ts'

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  // A disk that takes the first byte and no more.
  const writeFileSync = (opened: number, text: string): void => {
    fs.writeSync(opened, text.slice(0, 1))
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' })
  }
  return { ...fs, writeFileSync }
})

const folder = mkdtempSync(join(tmpdir(), 'authplan-half-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a project that the disk does not take whole leaves nothing behind', async () => {
  const place = join(folder, 'project')
  const files = [{ path: 'scenarios/our-tenant.yaml', text: 'name: Half' }]
  await expect(writeProject(place, files, async () => {})).rejects.toThrow(
    'no space left on the device; nothing was written',
  )
  expect(existsSync(place)).toBe(false)
})
