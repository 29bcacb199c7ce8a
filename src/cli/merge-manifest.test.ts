import { expect, test } from 'vitest'
import { mergeManifest } from './merge-manifest.ts'

const wanted = {
  scripts: { test: 'authplan test', watch: 'authplan test --watch' },
  devDependencies: { '@cucumber/cucumber': '^12.9.0', authplan: '^1.0.0' },
}
const merged = (text: string) => {
  const result = mergeManifest({ name: 'package.json', text }, wanted)
  if (!result.ok) throw new Error(result.diagnostics.map(({ code }) => code).join())
  return result.value
}
const whole = {
  scripts: wanted.scripts,
  devDependencies: wanted.devDependencies,
}

const kept: readonly { readonly name: string; readonly text: string }[] = [
  { name: 'two blanks', text: '{\n  "name": "x",\n  "private": true\n}\n' },
  { name: 'four blanks', text: '{\n    "name": "x"\n}\n' },
  { name: 'tabs', text: '{\n\t"name": "x"\n}\n' },
  { name: 'no break at the end', text: '{\n  "name": "x"\n}' },
  { name: 'line breaks of Windows', text: '{\r\n  "name": "x"\r\n}\r\n' },
  { name: 'one line', text: '{"name":"x"}\n' },
  { name: 'one line with blanks', text: '{ "name": "x" }' },
  { name: 'an empty object', text: '{}\n' },
  { name: 'an empty object on two lines', text: '{\n}\n' },
  { name: 'lists on one line', text: '{\n  "files": ["a", "b"],\n  "scripts": {}\n}\n' },
  { name: 'scripts on one line', text: '{\n  "scripts": { "build": "tsc" },\n  "devDependencies": {"x": "1"}\n}\n' },
  { name: 'other scripts', text: '{\n  "scripts": {\n    "build": "tsc"\n  },\n  "type": "commonjs"\n}\n' },
  { name: 'members side by side', text: '{ "name": "x",\n  "version": "1.0.0" }\n' },
]

test.each(kept)('$name stay as they are, and everything is added once', ({ text }) => {
  const { text: after, added, testScript } = merged(text)
  const before = JSON.parse(text)
  expect(JSON.parse(after)).toEqual({
    ...before,
    scripts: { ...before.scripts, ...whole.scripts },
    devDependencies: { ...before.devDependencies, ...whole.devDependencies },
  })
  expect(Object.keys(JSON.parse(after)).slice(0, Object.keys(before).length)).toEqual(Object.keys(before))
  expect({ testScript, count: added.length }).toEqual({ testScript: 'test', count: 4 })
  expect(/\n$/.test(after)).toBe(/\n$/.test(text))
  expect(/[^\r]\n/.test(after)).toBe(/[^\r]\n/.test(text))
  const unit = /^\s*\{\r?\n([ \t]+)"/.exec(text)?.[1]
  if (unit !== undefined) expect(after).toContain(`\n${unit}"devDependencies"`)
  expect(merged(after)).toEqual({ text: after, added: [], testScript: 'test' })
})

test('what was there is there letter by letter', () => {
  const text = '{\n  "files": ["a",  "b"],\n\n  "scripts": {\n    "build" : "tsc"\n  }\n}\n'
  expect(merged(text).text).toBe(`{
  "files": ["a",  "b"],

  "scripts": {
    "build" : "tsc",
    "test": "authplan test",
    "watch": "authplan test --watch"
  },
  "devDependencies": {
    "@cucumber/cucumber": "^12.9.0",
    "authplan": "^1.0.0"
  }
}
`)
})

test('scripts and packages of the project stay, and ours get their own names', () => {
  const before = {
    scripts: { test: 'vitest run', watch: 'vitest' },
    dependencies: { authplan: 'file:../authplan.tgz' },
    devDependencies: { '@cucumber/cucumber': '^13.0.0' },
  }
  const { text, added, testScript } = merged(JSON.stringify(before, undefined, 2))
  expect(JSON.parse(text)).toEqual({
    ...before,
    scripts: {
      ...before.scripts,
      'test:authplan': 'authplan test',
      'watch:authplan': 'authplan test --watch',
    },
  })
  expect({ added, testScript }).toEqual({
    added: ['scripts.test:authplan', 'scripts.watch:authplan'],
    testScript: 'test:authplan',
  })
  expect(merged(text)).toEqual({ text, added: [], testScript })
})

test('the script that npm puts in for want of one is nobody’s', () => {
  const scripts = { test: 'echo "Error: no test specified" && exit 1' }
  const { text, added } = merged(`${JSON.stringify({ scripts, name: 'x' }, undefined, 2)}\n`)
  expect(JSON.parse(text).scripts).toEqual(wanted.scripts)
  expect(added).toContain('scripts.test')
})

test.each([
  ['a list', '[]'],
  ['a text', '"x"'],
  ['scripts as a list', '{ "scripts": [] }'],
  ['packages as a text', '{ "devDependencies": "x" }'],
])('%s is refused with its place', (_name, text) => {
  expect(() => merged(text)).toThrow(/^package\.json:1:\d+ .* is not an object$/)
})

test.each(['', '{', '{ "a": 1, }', '// x\n{}', '{ "scripts": {}, "scripts": {} }'])('%j is no manifest', (text) => {
  expect(mergeManifest({ name: 'package.json', text }, wanted)).toMatchObject({ ok: false })
})
