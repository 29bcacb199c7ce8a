import { setFlagsFromString } from 'node:v8'
import { runInThisContext } from 'node:vm'
import { expect, test } from 'vitest'
import { copyOfFacts } from '../../rules/generated/fact-shape.ts'
import { blankPersonFacts } from './blank-person-facts.ts'

setFlagsFromString('--allow-natives-syntax')
const hasFastProperties: (value: object) => boolean = runInThisContext('(value) => %HasFastProperties(value)')
// A function is parsed when it is first called.
hasFastProperties({})
setFlagsFromString('--no-allow-natives-syntax')

// A session takes twice as long with objects that V8 keeps as hash tables.
test('the objects that hold facts are no hash tables', () => {
  expect(hasFastProperties(Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`k${at}`, at])))).toBe(false)
  expect(hasFastProperties({ ...blankPersonFacts })).toBe(true)
  expect(hasFastProperties(copyOfFacts({}))).toBe(true)
})
