import { expect, test } from 'vitest'
import { addressesOf } from './egress-addresses.ts'

test.each([
  ['a single address', ['198.51.100.7'], ['198.51.100.7']],
  ['one of length 32', ['198.51.100.7/32'], ['198.51.100.7']],
  [
    'a range, from wherever in it it is named',
    ['198.51.100.6/30'],
    ['198.51.100.4', '198.51.100.5', '198.51.100.6', '198.51.100.7'],
  ],
  ['a range across the end of a byte', ['10.0.0.255/32', '10.0.1.0/31'], ['10.0.0.255', '10.0.1.0', '10.0.1.1']],
  ['a range of another kind of address', ['2001:db8::/127'], []],
  ['one of each kind', ['198.51.100.7', '2001:db8::1'], []],
  ['no range', [], []],
])('the addresses of %s', (_, ranges, expected) => {
  expect(addressesOf(ranges)).toEqual(expected)
})

test('as many addresses as are looked at one by one, and one more', () => {
  const full = addressesOf(['10.0.0.0/22'])
  expect(full).toHaveLength(1024)
  expect(full.at(-1)).toBe('10.0.3.255')
  expect(addressesOf(['10.0.0.0/22', '10.1.0.0/32'])).toEqual([])
})
