// Puts the same questions about one set of policies to the search of the product and to Z3, in a separate process.
// Loading the tenant and starting the solver are not measured; writing the formula for Z3 is shown apart.
import { register } from 'tsx/esm/api'
import { init } from 'z3-solver'
import { processorTime } from './measure.mjs'
import { tenantText } from './policy-sets.mjs'

register()
const { loadTenantText } = await import('../src/tenant/load-tenant.ts')
const { gridOf } = await import('../src/proof/grid.ts')
const { prepareSearch } = await import('../src/proof/ground.ts')
const { spaceOfPeople } = await import('../src/proof/layers.ts')
const { findSignIn } = await import('../src/proof/quest.ts')
const { sideOf } = await import('../src/proof/side.ts')
const { formulaOf, questionsOf } = await import('../src/proof/z3.fixture.ts')

const [size, engine, asked] = process.argv.slice(2)
const loaded = loadTenantText(tenantText(Number(size)), 'policies.json')
if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics.slice(0, 3).map(({ code, args }) => [code, args])))
const side = sideOf(loaded.value)
const [text, term] = questionsOf(side)[Number(asked)]

const sinceOf = (start) => (processorTime() - start) / 1000
const cutting = processorTime()
const ground = prepareSearch(gridOf([side], spaceOfPeople([side])))
const cut = sinceOf(cutting)

async function answered() {
  if (engine === 'authplan') {
    const start = processorTime()
    const found = findSignIn({ ground, term, mode: 'surely' }) !== 'none'
    return { found, written: 0, took: sinceOf(start) }
  }
  const z3 = await init()
  const writing = processorTime()
  const solver = formulaOf(z3, 'bench', ground, term)
  const written = sinceOf(writing)
  const start = processorTime()
  const found = (await solver.check()) === 'sat'
  return { found, written, took: sinceOf(start) }
}

console.log(JSON.stringify({ text, cut, ...(await answered()), memory: process.resourceUsage().maxRSS / 1024 }))
process.exit(0)
