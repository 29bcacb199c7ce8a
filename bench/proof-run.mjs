// Proves, compares or weighs one set of policies in a process of its own; loading is not measured.
import { parseProvable } from '../dist/analysis/claims/parse-provable.js'
import { loadTenantText } from '../dist/index.js'
import { prove } from '../dist/proof/claims/prove.js'
import { comparePolicies } from '../dist/proof/compare-policies.js'
import { impactOfAll } from '../dist/proof/impact.js'
import { sideOf } from '../dist/proof/side.js'
import { processorTime } from './measure.mjs'
import { tenantText } from './policy-sets.mjs'

const [what, size, claim = ''] = process.argv.slice(2)

function tenantOf(changed) {
  const loaded = loadTenantText(tenantText(Number(size), changed), 'policies.json')
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics.slice(0, 3).map(({ code, args }) => [code, args])))
  return loaded.value
}

const tenant = tenantOf(0)
const other = what === 'compare' ? tenantOf(10) : tenant
const start = processorTime()
let answer
if (what === 'prove') {
  const parsed = parseProvable({ tenant }, claim)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  answer = prove(tenant, { text: claim, provable: parsed.value }).answer
} else if (what === 'compare') answer = comparePolicies({ tenant }, { tenant: other }).result
else answer = `${impactOfAll(sideOf(tenant)).policies.filter(({ needed }) => needed === 'never').length} never needed`
console.log(
  JSON.stringify({ answer, took: (processorTime() - start) / 1000, memory: process.resourceUsage().maxRSS / 1024 }),
)
