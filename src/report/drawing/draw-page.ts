/** The page's result for one diagram; one that is not displayed has no size. */
export type PageAnswer =
  | { readonly svg: string; readonly width: number; readonly height: number }
  | { readonly error: string }

/**
 * The page's program, as text because the compiler might change a function. Mermaid's id counter spans the life of a
 * page, so its ids are renumbered to make a picture independent of earlier ones.
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
  // Kept detached, where it costs no layout, until it is displayed.
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

/** The page that draws diagrams one at a time; a script file loads far faster than sent text. */
export function drawPageHtml(mermaidUrl: string | undefined): string {
  const mermaid = mermaidUrl === undefined ? '' : `<script src="${mermaidUrl}"></script>`
  return (
    '<!doctype html><meta charset="utf-8"><title>authplan</title>' +
    '<style>html, body { margin: 0 } #sheet { display: inline-block; line-height: 0 }</style>' +
    `<body><div id="sheet"></div>${mermaid}<script>${drawPageProgram}</script></body>`
  )
}

/** The script that draws one diagram; it is only laid out on the page if it is displayed. */
export function drawCall(id: string, text: string, theme: string, background: string, shown: boolean): string {
  return `authplanDraw(${[id, text, theme, background, shown].map((value) => JSON.stringify(value)).join(', ')})`
}

/** The script that displays a finished drawing. */
export function showCall(svg: string): string {
  return `authplanShowSvg(${JSON.stringify(svg)})`
}
