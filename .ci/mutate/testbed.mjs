// The part of vitest that the tests of the mutated rooms use, for running single tests many times in one process.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { format } from 'node:util'
import vm from 'node:vm'
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect'
import * as chai from 'chai'
import * as featureLines from './feature-lines.mjs'

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin)

const requireOf = createRequire(import.meta.url)

/** Loads the bundles; `testsOf` gives the tests of one file with every module of the mutated rooms fresh. */
export function openTestbed(folder, bundle, { remembers = true } = {}) {
  const fixed = requireOf(join(folder, 'fixed.cjs'))
  if (remembers) rememberTenants(fixed)
  const file = join(folder, bundle)
  const wrapped = `(function (module, exports, require) {${readFileSync(file, 'utf8')}\n})`
  const script = new vm.Script(wrapped, { filename: file })
  const fresh = (vitest) => {
    const module = { exports: {} }
    const shared = { vitest, 'feature-lines': featureLines }
    const load = (name) => shared[name] ?? fixed[name] ?? requireOf(name)
    script.runInThisContext()(module, module.exports, load)
    return module.exports
  }
  return {
    /** The mutated rooms and their tests, evaluated anew. */
    open: () => {
      let registered = []
      const files = fresh({ ...registering((test) => registered.push(test)), expect, vi })
      return {
        moduleOf: (name) => files[name](),
        testsOf: async (name) => {
          registered = []
          await files[name]()
          return toldApart(registered)
        },
      }
    },
  }
}

/** Tests of one name are numbered, since jobs name the tests that they run. */
function toldApart(tests) {
  const seen = new Map()
  return tests.map(({ name, run }) => {
    const number = (seen.get(name) ?? 0) + 1
    seen.set(name, number)
    return { name: number === 1 ? name : `${name} (${number})`, run }
  })
}

function expect(value, message) {
  return chai.expect(value, message)
}
Object.assign(expect, {
  any: chai.expect.any,
  anything: chai.expect.anything,
  arrayContaining: chai.expect.arrayContaining,
  objectContaining: chai.expect.objectContaining,
})

/** Limits of time are the business of the pool. */
const vi = { setConfig() {} }

/** Tenants are frozen and no mutant touches how they are loaded, so each text and each file of the library is loaded once. */
function rememberTenants(fixed) {
  const loader = fixed['fixed:src/tenant/load-tenant.ts']
  if (loader === undefined) return
  const ofLibrary = once(loader.loadTenant, (file) => file)
  fixed['fixed:src/tenant/load-tenant.ts'] = {
    ...loader,
    loadTenant: (file, reader) => (file.startsWith('scenarios/') ? ofLibrary : loader.loadTenant)(file, reader),
    loadTenantText: once(
      (...all) => loader.loadTenantText(...all),
      (text, name) => `${name}\n${text}`,
    ),
  }
}

function once(make, keyOf) {
  const made = new Map()
  return (...all) => {
    const key = keyOf(...all)
    if (!made.has(key)) made.set(key, make(...all))
    return made.get(key)
  }
}

/** `test`, `describe` and their `each`; a test is its full name and its function. */
function registering(add) {
  let path = []
  const test = (name, ...rest) => add({ name: [...path, name].join(' > '), run: rest.find(isFunction) })
  const describe = (name, body) => {
    path = [...path, name]
    body()
    path = path.slice(0, -1)
  }
  return { test: withEach(test), it: withEach(test), describe: withEach(describe) }
}

const isFunction = (value) => typeof value === 'function'

function withEach(define) {
  const each = (cases) => (name, body) => {
    for (const [at, one] of cases.entries()) {
      const values = Array.isArray(one) ? one : [one]
      define(named(name, values, at), () => body(...values))
    }
  }
  return Object.assign((...all) => define(...all), { each })
}

/** The name of one case: `%s` and the like, and `$field` of an object. */
function named(name, values, at) {
  const filled = name.replaceAll('%#', `${at}`)
  const [first] = values
  if (typeof first === 'object' && first !== null && /\$\w/.test(filled))
    return filled.replace(/\$(\w+)/g, (_, field) => String(first[field]))
  const count = (filled.match(/%[sdifjoO]/g) ?? []).length
  return format(filled, ...values.slice(0, count))
}
