import { expect, test } from 'vitest'
import { unmetForEntraId, unmetInEnvironment } from './token-prerequisites.ts'

const adFs = (version: string | undefined): readonly string[] =>
  unmetInEnvironment([], [{ product: 'ad-fs', version }]).map(({ kind }) => kind)

test.each(['1.1', '2.0', '2.1', '2008', '2008 R2', 'Windows Server 2008 R2', '2012'])(
  'AD FS %s is too old for tokens of Entra ID',
  (version) => expect(adFs(version)).toEqual(['ad-fs-too-old']),
)

test.each([
  '3.0',
  '4.0',
  '5.0',
  '2012 R2',
  'Windows Server 2012 R2',
  '2012R2',
  '2016',
  '2019',
  '2022',
  '2025',
  undefined,
])('AD FS %s is none too old', (version) => expect(adFs(version)).toEqual([]))

test.each<[version: string, cumulativeUpdate: number | undefined, unmet: readonly string[]]>([
  ['2015', 4, ['skype-too-old']],
  ['2015', 5, []],
  ['2015', 12, []],
  ['2015', undefined, []],
  ['2019', 0, []],
  ['2019', undefined, []],
])('Skype for Business Server %s CU %s', (version, cumulativeUpdate, unmet) => {
  const server = cumulativeUpdate === undefined ? { version } : { version, cumulativeUpdate }
  const found = unmetForEntraId('skype-for-business-server', {
    servers: [server],
    hybrid: undefined,
    SSLOffloading: undefined,
  })
  expect(found.map(({ kind }) => kind)).toEqual(unmet)
})
