/** What the page answers for one diagram; one that is not shown has no size. */
export type PageAnswer =
  | { readonly svg: string; readonly width: number; readonly height: number }
  | { readonly error: string }

/**
 * The program of that page, as text because a function would arrive there changed by whatever compiled it.
 * Ids that mermaid counts over the life of a page are renumbered, so a picture does not depend on what was drawn before.
 */
const drawPageProgram = `
const authplanSettings = {
  startOnLoad: false,
  deterministicIds: true,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  sequence: { useMaxWidth: false },
}
let authplanTheme
globalThis.authplanDraw = async (id, text, theme, background, shown) => {
  const sheet = document.getElementById('sheet')
  sheet.textContent = ''
  document.documentElement.style.background = background
  if (theme !== authplanTheme) {
    mermaid.initialize({ ...authplanSettings, theme })
    authplanTheme = theme
  }
  // Kept off the page, where it costs no layout, until someone wants to see it.
  const drawn = document.createElement('template')
  try {
    drawn.innerHTML = (await mermaid.render(id, text)).svg
  } catch (problem) {
    return { error: String(problem && problem.message || problem) }
  }
  const picture = drawn.content.querySelector('svg')
  if (picture === null) return { error: 'mermaid drew nothing' }
  if (picture.getAttribute('aria-roledescription') === 'error') return { error: 'mermaid drew its error picture' }
  picture.style.backgroundColor = background
  const counted = [...picture.querySelectorAll('[id]')].filter((part) => /^(?:actor|root-|actor-man-[a-z]+)\\d+/.test(part.id))
  const first = Math.min(...counted.map((part) => Number(/\\d+/.exec(part.id)[0])))
  for (const part of counted) part.id = id + '-' + part.id.replace(/\\d+/, (number) => String(Number(number) - first))
  const svg = new XMLSerializer().serializeToString(picture)
  return shown ? authplanShow(picture, svg) : { svg, width: 0, height: 0 }
}
const authplanShow = (picture, svg) => {
  sheet.replaceChildren(picture)
  const box = picture.getBoundingClientRect()
  return { svg, width: Math.ceil(box.width), height: Math.ceil(box.height) }
}
globalThis.authplanShowSvg = (text) => {
  const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml')
  if (documentElement.localName !== 'svg') return { error: 'the drawing is not SVG' }
  return authplanShow(document.adoptNode(documentElement), text)
}
`

/** The document that the diagrams are drawn in, one after the other; a script file loads far faster than sent text. */
export function drawPageHtml(mermaidUrl: string | undefined): string {
  const mermaid = mermaidUrl === undefined ? '' : `<script src="${mermaidUrl}"></script>`
  return (
    '<!doctype html><meta charset="utf-8"><title>authplan</title>' +
    '<style>html, body { margin: 0 } #sheet { display: inline-block; line-height: 0 }</style>' +
    `<body><div id="sheet"></div>${mermaid}<script>${drawPageProgram}</script></body>`
  )
}

/** The text that asks the page for one diagram, which is laid out on the page only where it is to be shown there. */
export function drawCall(id: string, text: string, theme: string, background: string, shown: boolean): string {
  return `authplanDraw(${[id, text, theme, background, shown].map((value) => JSON.stringify(value)).join(', ')})`
}

/** The text that asks the page to show a finished drawing. */
export function showCall(svg: string): string {
  return `authplanShowSvg(${JSON.stringify(svg)})`
}
