import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { architecturePicture } from '../../report/drawing/architecture-picture.ts'
import type { SvgElement } from '../../report/drawing/svg-tree.ts'
import { textExtent } from '../../report/drawing/text-extent.ts'
import { architectureOf, linkSentence } from './architecture-of.ts'
import { type Plan, planOf } from './plan.ts'

const texts = Object.fromEntries(
  readdirSync('scenarios', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ya?ml|json|csv)$/.test(name) && !name.startsWith('invalid'))
    .map((name) => [`scenarios/${name}`, readFileSync(`scenarios/${name}`, 'utf8')]),
)

const planned = (file: string, text = texts[file] ?? ''): Plan | undefined => {
  const made = planOf({ ...texts, [file]: text }, file)
  return made.ok ? made.plan : undefined
}

interface Area {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const elements = (element: SvgElement): readonly SvgElement[] => [
  element,
  ...element.children.flatMap((child) => (typeof child === 'string' ? [] : elements(child))),
]

const number = ({ attributes }: SvgElement, name: string): number => Number(attributes[name])

/** Where a text lies; the sizes are those of the style. */
function areaOf(element: SvgElement): Area {
  const text = element.children.join('')
  const classes = (element.attributes['class'] ?? '').split(' ')
  const size = classes.includes('box-name') ? 14 : 12
  const width = textExtent(text, size, classes.includes('box-fact') ? undefined : 'bold')
  const [x, y] = [number(element, 'x'), number(element, 'y')]
  const left = classes.includes('middle') ? x - width / 2 : classes.includes('end') ? x - width : x
  return { text, left, top: y - size * 0.75, right: left + width, bottom: y + size * 0.2 }
}

const meet = (one: Area, other: Area): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

/** Texts that lie on each other, and texts that leave the picture or their box. */
function faultsOf(plan: Plan): readonly string[] {
  const picture = architecturePicture(architectureOf(plan.tenant, plan.population.users))
  const areas = elements(picture)
    .filter(({ tag }) => tag === 'text')
    .map(areaOf)
  const boxes = elements(picture).filter(({ attributes }) => attributes['data-box'] !== undefined)
  const together = areas.flatMap((one, index) =>
    areas.slice(index + 1).flatMap((other) => (meet(one, other) ? [`“${one.text}” on “${other.text}”`] : [])),
  )
  const outside = areas.filter(({ left, right, bottom }) => {
    return left < 0 || right > number(picture, 'width') || bottom > number(picture, 'height')
  })
  const left = boxes.flatMap((box) => {
    const rect = elements(box).find(({ tag }) => tag === 'rect')
    const right = rect === undefined ? 0 : number(rect, 'x') + number(rect, 'width')
    return elements(box).flatMap((one) =>
      one.tag === 'text' && areaOf(one).right > right ? [one.children.join('')] : [],
    )
  })
  return [...together, ...outside.map(({ text }) => `“${text}” leaves the picture`), ...left]
}

describe('the architecture as a picture', () => {
  test('no text lies on another or leaves its place, for every tenant of the library', () => {
    const files = Object.keys(texts).filter((name) => name.endsWith('.yaml'))
    const plans = files.flatMap((file) => planned(file) ?? [])
    expect(plans.length).toBeGreaterThan(40)
    for (const plan of plans) expect(faultsOf(plan), plan.tenant.name).toEqual([])
  })

  test.each(['A', 'Ein ziemlich langer Name '.repeat(8), 'חברה בע"מ '.repeat(6), '👩‍💻'.repeat(30)])(
    'names stay in their boxes: %s',
    (name) => {
      const text = (texts['scenarios/leaving-ad-fs.yaml'] ?? '')
        .replace('displayName: Outlook', `displayName: ${JSON.stringify(name)}`)
        .replace('name: office', `name: ${JSON.stringify(name.trim())}`)
      const plan = planned('scenarios/leaving-ad-fs.yaml', text)
      if (plan === undefined) throw new Error('the changed file is invalid')
      expect(faultsOf(plan)).toEqual([])
    },
  )

  test('a service says whose tokens it trusts and who checks its passwords', () => {
    const said = (name: string): readonly string[] => {
      const plan = planned(`scenarios/${name}.yaml`)
      if (plan === undefined) throw new Error(`${name} is invalid`)
      return linkSentence(architectureOf(plan.tenant, 1))
    }
    expect(said('ad-fs-authority')).toEqual([
      'Active Directory → Microsoft Entra ID: directory sync',
      'Microsoft Entra ID → AD FS: federation of lucerne.com',
      'AD FS → Active Directory: has passwords checked',
      '17 clients → Exchange Server: sign in',
      'Exchange Server → Active Directory: has passwords checked',
      'Exchange Server → AD FS: trusts its tokens',
    ])
    expect(said('hybrid-modern-authentication')).toContain('Exchange Server → Microsoft Entra ID: trusts its tokens')
    expect(said('vpn')).toContain('The VPN → Microsoft Entra ID: asks for the second factor')
    expect(said('application-proxy-passthrough').join()).not.toContain('roxy → Microsoft Entra ID: trusts')
  })
})
