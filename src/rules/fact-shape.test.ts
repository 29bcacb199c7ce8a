import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { factDomains } from '../vocabulary/facts.ts'
import { copyOfFacts } from './generated/fact-shape.ts'

/** Whether V8 keeps the properties of an object in places of their own, and not as a dictionary. */
function hasPlaces(object: object): boolean {
  setFlagsFromString('--allow-natives-syntax')
  try {
    return runInNewContext('(object) => %HasFastProperties(object)')(object)
  } finally {
    setFlagsFromString('--no-allow-natives-syntax')
  }
}

test('a copy has every fact, absent ones too', () => {
  const copy = copyOfFacts({ hosting: 'online' })
  expect(Object.keys(copy)).toEqual(Object.keys(factDomains))
  expect(copy.hosting).toBe('online')
  expect(copy.verifier).toBeUndefined()
})

test('facts are properties that are found without a search by name', () => {
  expect(hasPlaces(copyOfFacts({}))).toBe(true)
  const many = Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`fact${at}`, at]))
  expect(hasPlaces(many)).toBe(false)
})
