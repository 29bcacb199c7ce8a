import type { LivingData, LivingEvidence } from '../report/pages/living-data.ts'
import { h } from './parts/dom.ts'
import { adoptDrawingStyle } from './parts/drawing-sheet.ts'
import { pictureViewer } from './views/picture-viewer.ts'
import { type ShownScenario, scenarioFilter } from './views/scenario-filter.ts'
import { sequencePictures } from './views/sequence-pictures.ts'

/** The program of the living documentation: draws the evidence that is looked at, and filters the scenarios. */
function start(): void {
  adoptDrawingStyle()
  document.getElementById('filter')?.replaceWith(...scenarioFilter(scenariosOfPage()))
  drawWhenSeen()
  openTarget()
  window.addEventListener('hashchange', openTarget)
}

const scenariosOfPage = (): readonly ShownScenario[] =>
  [...document.querySelectorAll<HTMLElement>('section.feature')].flatMap((section) => {
    const about = section.querySelector('h2')?.textContent ?? ''
    return [...section.querySelectorAll<HTMLElement>('details.scenario')].map((element) => ({
      element,
      section,
      failed: element.classList.contains('failed'),
      tags: [...element.querySelectorAll('summary .tag')].map((tag) => tag.textContent ?? ''),
      text: () => `${about} ${element.textContent ?? ''}`.toLowerCase(),
    }))
  })

/** A link to a scenario opens it. */
function openTarget(): void {
  const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)))
  if (!(target instanceof HTMLDetailsElement)) return
  target.open = true
  target.scrollIntoView()
}

function drawWhenSeen(): void {
  let list: readonly LivingEvidence[] | undefined
  const figures = [...document.querySelectorAll('figure[data-evidence]')]
  const draw = (figure: Element): void => {
    list ??= readEvidence()
    const evidence = list[Number(figure.getAttribute('data-evidence'))]
    if (evidence === undefined || figure.querySelector('.viewer') !== null) return
    figure.prepend(pictureOf(evidence, figures.indexOf(figure) + 1))
    figure.append(...evidence.legs.map(decisionsOf))
  }
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue
        seen.unobserve(target)
        draw(target)
      }
    },
    { rootMargin: '400px' },
  )
  for (const figure of figures) seen.observe(figure)
  window.addEventListener('beforeprint', () => {
    for (const figure of document.querySelectorAll('details[open] > figure[data-evidence]')) draw(figure)
  })
}

/** What the page carries; it is written by the same version of the product. */
function readEvidence(): LivingData['evidence'] {
  const data = JSON.parse(document.getElementById('authplan-data')?.textContent ?? '{"evidence":[]}') as LivingData
  return data.evidence
}

function pictureOf({ client, diagram }: LivingEvidence, number: number): HTMLElement {
  const drawings = sequencePictures(diagram, `sequence-${number}`)
  return pictureViewer({ label: `Sequence diagram ${number}, ${client}`, drawings })
}

const decisionsOf = ({ name, lines }: LivingEvidence['legs'][number]): HTMLElement =>
  h('details', {}, h('summary', {}, `Decisions on the ${name}`), h('pre', {}, lines.join('\n')))

start()
