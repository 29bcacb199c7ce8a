// Fifty diagrams to SVG with one browser, compared with the first one alone.
import {
  drawDiagrams,
  loadTenant,
  nodeSourceReader,
  planRequests,
  renderMermaid,
  simulateSession,
} from '../dist/index.js'
import { number, root, table, target, times } from './measure.mjs'

export const title = 'Drawing'
const count = 50

function diagrams() {
  const texts = new Set()
  for (const file of ['federated-skype-on-premises.yaml', 'hybrid-autodiscover.yaml', 'conditional-access.yaml']) {
    const loaded = loadTenant(`scenarios/${file}`, nodeSourceReader(root))
    if (!loaded.ok) throw new Error(`${file} does not load`)
    for (const request of planRequests(loaded.value)) {
      texts.add(renderMermaid(simulateSession(loaded.value, request)))
      if (texts.size === count) return [...texts]
    }
  }
  throw new Error(`only ${texts.size} different diagrams`)
}

async function drawn(texts) {
  const start = performance.now()
  const drawings = texts.map((mermaid, index) => ({ name: `d${index}`, mermaid, format: 'svg' }))
  const results = await drawDiagrams(drawings)
  const failed = results.find(({ ok }) => !ok)
  if (failed) throw new Error(failed.message)
  return performance.now() - start
}

export async function run() {
  const texts = diagrams()
  await drawn(texts.slice(0, 1))
  const first = await drawn(texts.slice(0, 1))
  const all = await drawn(texts)
  const further = (all - first) / (count - 1)
  return {
    text: `Diagrams of sign-ins as SVG; one browser, a page for each processor; milliseconds by the clock.\n\n${table(
      ['what', 'time'],
      [
        ['one diagram, browser and page included', number(first, 0)],
        [`${count} diagrams`, number(all, 0)],
        ['each further diagram', number(further, 0)],
        ['a further one to the first', times(further / first)],
      ],
    )}`,
    targets: [target(`${count} diagrams`, 'within 4 s', `${number(all / 1000)} s`, all <= 4000)],
  }
}
