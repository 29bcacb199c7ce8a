import { expect, test } from 'vitest'
import { cidrContains, parseCidr } from './parse-cidr.ts'

test.each([
  ['203.0.113.7', { family: 4, words: [0xcb007107], bits: 32 }],
  ['10.0.0.0/8', { family: 4, words: [0x0a000000], bits: 8 }],
  ['0.0.0.0/0', { family: 4, words: [0], bits: 0 }],
  ['::', { family: 6, words: [0, 0, 0, 0], bits: 128 }],
  ['::1', { family: 6, words: [0, 0, 0, 1], bits: 128 }],
  ['2001:db8::/32', { family: 6, words: [0x20010db8, 0, 0, 0], bits: 32 }],
  ['2001:DB8:1:2:3:4:5:6', { family: 6, words: [0x20010db8, 0x10002, 0x30004, 0x50006], bits: 128 }],
  ['::ffff:192.0.2.1', { family: 6, words: [0, 0, 0xffff, 0xc0000201], bits: 128 }],
])('%s is a range', (text, expected) => {
  expect(parseCidr(text)).toEqual(expected)
})

test.each([
  '',
  '10.0.0',
  '10.0.0.0.0',
  '10.0.0.256',
  '010.0.0.1',
  '10.0.0.0/33',
  '10.0.0.0/',
  '10.0.0.0/08',
  '10.0.0.0/8/8',
  '10.0.0.0 /8',
  '1:2:3',
  '1:2:3:4:5:6:7:8:9',
  '1::2::3',
  '1:2:3:4:5:6:7::8',
  '::/129',
  'fe80::1%eth0',
  '::12345',
  '192.0.2.1::',
  ':1::',
  'internet',
])('`%s` is none', (text) => {
  expect(parseCidr(text)).toBeUndefined()
})

test.each([
  ['10.0.0.0/8', '10.255.0.1', true],
  ['10.0.0.0/8', '11.0.0.1', false],
  ['10.1.2.3/8', '10.9.9.9', true],
  ['0.0.0.0/0', '255.255.255.255', true],
  ['203.0.113.7', '203.0.113.7', true],
  ['203.0.113.7', '203.0.113.6', false],
  ['203.0.113.128/25', '203.0.113.127', false],
  ['10.0.0.0/8', '10.2.0.0/16', true],
  ['10.2.0.0/16', '10.0.0.0/8', false],
  ['2001:db8::/33', '2001:db8:7fff::1', true],
  ['2001:db8::/33', '2001:db8:8000::1', false],
  ['::/0', '::1', true],
  ['::/0', '10.0.0.1', false],
  ['0.0.0.0/0', '::1', false],
])('%s holds %s: %s', (range, address, expected) => {
  const whole = parseCidr(range)
  const part = parseCidr(address)
  expect(whole && part && cidrContains(whole, part)).toBe(expected)
})
