import {
  allowsDepth,
  type ClixmlObject,
  type ClixmlRead,
  eachInside,
  listElements,
  type Opening,
  plainValue,
  readTypes,
} from './clixml-value.ts'
import type { RecordFields, RecordValue } from './record.ts'

/** A value, and the object that it was if it was one. */
type Element = readonly [value: RecordValue | undefined, object?: ClixmlObject]

/** Data that is serialized only for deserialization. */
const opaque = new Set(['serializationdata', 'pscomputername', 'runspaceid', 'psshowcomputername'])

interface Making {
  readonly object: ClixmlObject
  typeName?: string
  text?: string
  plain?: RecordValue | undefined
}

function readProperties(read: ClixmlRead, making: Making, element: Opening, depth: number): void {
  eachInside(read, element, (property) => {
    const [value, object] = readElement(read, property, depth + 1)
    const named = property.attributes.get('N')
    const name = named?.toLowerCase()
    if (named === undefined || name === undefined || opaque.has(name)) return
    making.object.parts.push(object === undefined ? [named, value] : [named, value, object])
    making.object.fields.set(name, value)
    making.object.places.set(name, [property.start, read.scan.at])
  })
}

/** A dictionary with text keys is an object with these fields. */
function readDictionary(read: ClixmlRead, making: Making, element: Opening, depth: number): void {
  eachInside(read, element, (entry) => {
    let key: RecordValue | undefined
    let element: Element = [undefined]
    eachInside(read, entry, (half) => {
      const found = readElement(read, half, depth + 2)
      if (half.attributes.get('N') === 'Key') key = found[0]
      else element = found
    })
    if (typeof key !== 'string') return
    const [value, held] = element
    making.object.parts.push(held === undefined ? [key, value] : [key, value, held])
    making.object.fields.set(key.toLowerCase(), value)
    making.object.places.set(key.toLowerCase(), [entry.start, read.scan.at])
  })
}

function readPart(read: ClixmlRead, making: Making, part: Opening, depth: number): void {
  const name = part.name.toLowerCase()
  if (name === 'tn') making.typeName = readTypes(read, part) ?? ''
  else if (name === 'tnref') {
    making.typeName = read.types.get(part.attributes.get('RefId') ?? '') ?? ''
    eachInside(read, part, (inner) => readElement(read, inner, depth + 1))
  } else if (name === 'tostring')
    making.text = `${
      plainValue(
        's',
        eachInside(read, part, () => {}),
      ) ?? ''
    }`
  else if (name === 'props' || name === 'ms') readProperties(read, making, part, depth)
  else if (name === 'dct') readDictionary(read, making, part, depth)
  else if (listElements.has(name)) {
    const items: Element[] = []
    eachInside(read, part, (item) => items.push(readElement(read, item, depth + 1)))
    making.object.items = items
  } else making.plain = readElement(read, part, depth + 1)[0]
}

const says = (text: string | undefined, typeName: string | undefined): text is string =>
  text !== undefined && text !== '' && !text.startsWith('@{') && text.toLowerCase() !== typeName

/** Identifiers and enumeration values are read as their text; other objects as their fields. */
function valueIn({ object, text, plain, typeName }: Making): RecordValue | undefined {
  if (object.items !== undefined) return object.items.flatMap(([item]) => (item === undefined ? [] : [item]))
  if (says(text, typeName)) return text
  if (object.fields.size > 0) return object.fields satisfies RecordFields
  return plain ?? (text === undefined || text === '' ? undefined : text)
}

function readObject(read: ClixmlRead, element: Opening, depth: number): Element {
  const start = element.start
  const object: ClixmlObject = { value: undefined, fields: new Map(), places: new Map(), parts: [], start, end: start }
  const making: Making = { object }
  eachInside(read, element, (part) => readPart(read, making, part, depth))
  const typeName = making.typeName
  const whole: ClixmlObject = {
    ...object,
    ...(typeName ? { typeName } : {}),
    value: valueIn(making),
    end: read.scan.at,
  }
  const id = element.attributes.get('RefId')
  if (id !== undefined) read.objects.set(id, whole.value)
  return [whole.value, whole]
}

/** The value of an element, and the object if it is one. */
export function readElement(read: ClixmlRead, element: Opening, depth: number): Element {
  if (!allowsDepth(read, element, depth)) return [undefined]
  const name = element.name.toLowerCase()
  if (name === 'obj') return readObject(read, element, depth)
  const text = eachInside(read, element, (inner) => readElement(read, inner, depth + 1))
  if (name === 'ref') return [read.objects.get(element.attributes.get('RefId') ?? '')]
  return [plainValue(name, text)]
}
